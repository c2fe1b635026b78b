import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HolderApi } from '../api/holder';
import type { MyTransfer } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { useHolder } from '../mylines/useHolder';
import { VerifyAgain } from '../mylines/VerifyAgain';
import { Done } from '../ui/Done';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { ForWhom } from './ForWhom';

/** First a verification, then a yes. */
export function Accept({ token }: { token: string }) {
  const { t, i18n } = useTranslation();
  const { api } = useHolder();
  const [accepted, setAccepted] = useState<MyTransfer | null>(null);
  const [organisation, setOrganisation] = useState<string | null>(null);
  const accept = useAction(async (signal, who: HolderApi) =>
    setAccepted(await who.accept(token, organisation, signal)),
  );
  if (accepted !== null) {
    const time = absoluteTime(accepted.dueAt, i18n.language);
    return (
      <div data-testid="transfer-accepted">
        <Done>{t('transfer.page.accepted', { time })}</Done>
        <Link className="button" to="/my-lines">
          {t('myLines.title')}
        </Link>
      </div>
    );
  }
  if (api === null) {
    return (
      <>
        <p>{t('transfer.page.verify')}</p>
        <VerifyAgain words={t('transfer.page.start')} backTo="/transfer" />
      </>
    );
  }
  return (
    <>
      <ForWhom api={api} chosen={organisation} onChoose={setOrganisation} />
      <ActionNotice action={accept} />
      {accept.problem?.code === 'verification-too-old' ? (
        <VerifyAgain words={t('transfer.verifyAgain')} backTo="/transfer" />
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            disabled={accept.running}
            onClick={() => void accept.run(api)}
            data-testid="transfer-accept"
          >
            {t('transfer.page.accept')}
          </button>
        </div>
      )}
    </>
  );
}
