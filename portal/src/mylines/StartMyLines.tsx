import { useTranslation } from 'react-i18next';
import type { OpenedVisit } from '../api/holder';
import { Done } from '../ui/Done';
import { AlertIcon, ClockIcon, PersonIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';
import { ActionNotice } from '../ui/ProblemNotice';
import { PasskeyDoor } from './PasskeyDoor';
import { useVerification } from './VerifyAgain';

/** What happened just before, if anything. */
export type Before = 'ended' | 'left' | null;

interface Props {
  before: Before;
  onOpened: (visit: OpenedVisit) => void;
}

/** What this is, and the way in: a verification, on the same road as for a new line, or a passkey. */
export function StartMyLines({ before, onOpened }: Props) {
  const { t } = useTranslation();
  const start = useVerification('/my-lines');
  return (
    <section className="my-lines" data-testid="my-lines-start">
      <PageTitle name={t('myLines.title')}>{t('myLines.title')}</PageTitle>
      {before === 'left' && <Done>{t('myLines.left')}</Done>}
      {before === 'ended' && (
        <div className="notice" role="status" data-testid="my-lines-ended">
          <ClockIcon />
          <div>
            <strong>{t('myLines.ended.title')}</strong>
            <p>{t('myLines.ended.text')}</p>
          </div>
        </div>
      )}
      <div className="prose">
        <p className="lead">{t('myLines.what')}</p>
        <p className="lead">{t('myLines.how')}</p>
        <p className="lead">{t('myLines.then')}</p>
      </div>
      <ActionNotice action={start} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={start.running}
          onClick={() => void start.run()}
          data-testid="my-lines-verify"
        >
          {start.running ? t('myLines.starting') : t('myLines.start')}
        </button>
      </div>
      <PasskeyDoor onOpened={onOpened} />
      <p className="aside">
        <PersonIcon />
        <span>{t('myLines.shop')}</span>
      </p>
      <p className="aside">
        <AlertIcon />
        <span>{t('myLines.lost.elsewhere')}</span>
      </p>
    </section>
  );
}
