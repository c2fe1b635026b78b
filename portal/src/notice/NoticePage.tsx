import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notice } from '../api/notice';
import type { LinkedNotice } from '../api/types';
import { LinkMissing } from '../hearing/LinkMissing';
import { absoluteTime } from '../i18n/time';
import { Done } from '../ui/Done';
import { useLinkSecret } from '../ui/linkSecret';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { tabSecret } from '../ui/tabSecret';
import { useFetched } from '../ui/useFetched';
import { Appeal } from './Appeal';
import { AskForTime } from './AskForTime';

const kept = tabSecret('namesake.notice');

/** `/notice#token`: what is doubted about a line, by when, and what can be done. */
export default function NoticePage() {
  const token = useLinkSecret(kept);
  return token === null ? <LinkMissing /> : <NoticeOf key={token} token={token} />;
}

function NoticeOf({ token }: { token: string }) {
  const { t } = useTranslation();
  const [newer, setNewer] = useState<{ notice: LinkedNotice; said: string } | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => notice(token, signal), [token]),
  );
  const shown = newer?.notice ?? value;
  if (shown === null) {
    return (
      <section className="narrow hearing">
        {problem === null ? (
          <Spinner>{t('notice.loading')}</Spinner>
        ) : (
          <>
            <PageTitle name={t('notice.title')}>{t('notice.title')}</PageTitle>
            <ProblemNotice problem={problem} retry={refresh} />
          </>
        )}
      </section>
    );
  }
  const changed = (changedTo: LinkedNotice, said: string) => setNewer({ notice: changedTo, said });
  const over = shown.phase === 'SETTLED' || shown.phase === 'ENDED';
  return (
    <section className="hearing" data-testid="notice" data-phase={shown.phase}>
      <PageTitle name={t('notice.title')}>{t('notice.title')}</PageTitle>
      <p className="hearing-line">{shown.line}</p>
      {newer !== null && <Done>{newer.said}</Done>}
      {over ? (
        <p className="lead">{shown.phase === 'SETTLED' ? t('notice.settled') : t('notice.ended')}</p>
      ) : (
        <>
          <Doubt shown={shown} />
          <div className="panel">
            <h2>{t('notice.verify')}</h2>
            <p>{t('notice.verifyText')}</p>
          </div>
          {shown.extensionsPossible.length > 0 && (
            <AskForTime token={token} causes={shown.extensionsPossible} onDone={changed} />
          )}
          {shown.appealPossible && <Appeal token={token} onDone={changed} />}
        </>
      )}
    </section>
  );
}

function Doubt({ shown }: { shown: LinkedNotice }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <p className="lead">{t(`notice.doubt.${shown.doubt}`)}</p>
      <p>{t('notice.noBlame')}</p>
      <p data-testid="notice-next">
        <strong>
          {shown.nextStepAt === null
            ? t('notice.still')
            : t('notice.next', { time: absoluteTime(shown.nextStepAt, i18n.language) })}
        </strong>
      </p>
      {shown.limits.length > 0 && (
        <div>
          <h2>{t('notice.limits')}</h2>
          <ul className="plain-list">
            {shown.limits.map((limit) => (
              <li key={limit}>{t(`myLines.limit.${limit}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
