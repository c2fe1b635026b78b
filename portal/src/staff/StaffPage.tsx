import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bySession } from '../api/client';
import { ReviewsApi } from '../api/reviews';
import { browserSession, signOut } from '../api/signIn';
import { StaffApi } from '../api/staff';
import { StaffCasesApi } from '../api/staffCases';
import type { StaffBrowser } from '../api/types';
import { DeskFrame } from '../ui/DeskFrame';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';
import { SignIn } from './SignIn';
import { StaffDesk, type DeskApis } from './StaffDesk';
import { staffToken } from './token';

/** `/staff`: what an operator's people do, each signed in by themselves and with roles of their own. */
export default function StaffPage() {
  const { t } = useTranslation();
  const { value, problem, refresh } = useFetched(askBrowser);
  if (value === null) {
    return problem === null ? (
      <Spinner>{t('staff.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  return (
    <DeskFrame
      title={t('staff.title')}
      lead={t('staff.lead')}
      secret={staffToken}
      testId="staff"
      leave={(credential, signal) =>
        bySession(credential) ? signOut(credential, signal) : Promise.resolve()
      }
      signIn={(rejected, onSecret) => (
        <SignIn
          elsewhere={value.elsewhere}
          passkeyNeedsPassword={value.passkeyNeedsPassword}
          rejected={rejected === null ? null : bySession(rejected) ? 'session' : 'token'}
          onSignedIn={onSecret}
        />
      )}
    >
      {(credential) => <SignedIn credential={credential} />}
    </DeskFrame>
  );
}

/** A session may have begun or ended in another tab: the server knows, and says what is to be sent beside the cookie. */
async function askBrowser(signal: AbortSignal): Promise<StaffBrowser> {
  const browser = await browserSession(signal);
  const known = staffToken.read();
  if (known === null || bySession(known)) {
    if (browser.session === null) {
      staffToken.forget();
    } else {
      staffToken.keep(browser.session.csrfToken);
    }
  }
  return browser;
}

function SignedIn({ credential }: { credential: string }) {
  const apis = useMemo<DeskApis>(
    () => ({
      staff: new StaffApi(credential),
      reviews: new ReviewsApi(credential),
      cases: new StaffCasesApi(credential),
    }),
    [credential],
  );
  return <StaffDesk apis={apis} />;
}
