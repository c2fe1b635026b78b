import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { openInvitation } from '../api/signIn';
import type { StaffReady } from '../api/types';
import { useLinkSecret } from '../ui/linkSecret';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { tabSecret } from '../ui/tabSecret';
import { useFetched } from '../ui/useFetched';
import { RecoveryCodes } from './RecoveryCodes';
import { SetUp } from './SetUp';
import { staffToken } from './token';

const kept = tabSecret('namesake.staff-invitation');

/** `/staff/invitation#token`: somebody who is invited chooses a password and sets up a device. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const token = useLinkSecret(kept);
  const [ready, setReady] = useState<StaffReady | null>(null);
  const accepted = (fresh: StaffReady) => {
    kept.forget();
    staffToken.keep(fresh.csrfToken);
    setReady(fresh);
  };
  if (ready !== null) {
    return <Recovery codes={ready.recoveryCodes} />;
  }
  return (
    <section className="narrow" data-testid="invitation">
      <PageTitle name={t('signIn.invitation.title')}>{t('signIn.invitation.title')}</PageTitle>
      {token === null ? (
        <p>{t('signIn.invitation.missing')}</p>
      ) : (
        <Opened key={token} token={token} onReady={accepted} />
      )}
    </section>
  );
}

function Opened({ token, onReady }: { token: string; onReady: (ready: StaffReady) => void }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => openInvitation(token, signal), [token]),
  );
  if (value === null) {
    return problem === null ? (
      <Spinner>{t('signIn.invitation.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  return <SetUp token={token} invited={value} onReady={onReady} />;
}

/** Shown once; whoever loses the device comes in by these. */
function Recovery({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <section className="narrow" data-testid="recovery">
      <PageTitle name={t('signIn.recovery.title')}>{t('signIn.recovery.title')}</PageTitle>
      <RecoveryCodes codes={codes} />
      <div className="buttons">
        <Link className="button button-main" to="/staff" data-testid="recovery-kept">
          {t('signIn.recovery.kept')}
        </Link>
      </div>
    </section>
  );
}
