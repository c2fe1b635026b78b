import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from './PageTitle';
import { ProblemNotice } from './ProblemNotice';
import type { TabSecret } from './tabSecret';
import { useAction } from './useAction';
import { useTabSecret } from './useTabSecret';

interface Props {
  title: string;
  lead: string;
  /** What signs in, kept for as long as the tab is open. */
  secret: TabSecret;
  /** The test id of the button is this and `-sign-out`. */
  testId: string;
  /** @param rejected the secret that the server does not know any more; null when there is none */
  signIn: (rejected: string | null, onSecret: (given: string) => void) => ReactNode;
  /** What is to be done before a secret is forgotten because somebody signs out. */
  leave?: (secret: string, signal: AbortSignal) => Promise<void>;
  children: (secret: string) => ReactNode;
}

/** The frame of a desk: its title, signing in and out, and what is on it for whoever is signed in. */
export function DeskFrame({ title, lead, secret, testId, signIn, leave, children }: Props) {
  const { t } = useTranslation();
  const { given, rejected, keep, forget } = useTabSecret(secret);
  const signOut = useAction(
    async (signal) => {
      if (given !== null) {
        await leave?.(given, signal);
      }
      forget();
    },
    (problem) => {
      const endedAlready = problem.code === 'not-authenticated';
      if (endedAlready) {
        forget();
      }
      return endedAlready;
    },
  );
  return (
    <section className="operator">
      <header className="operator-head no-print">
        <div>
          <PageTitle name={title} quiet>
            {title}
          </PageTitle>
          <p className="lead">{lead}</p>
        </div>
        {given !== null && (
          <button
            type="button"
            className="button button-small"
            disabled={signOut.running}
            onClick={() => void signOut.run()}
            data-testid={`${testId}-sign-out`}
          >
            {t('action.signOut')}
          </button>
        )}
      </header>
      {signOut.problem !== null && <ProblemNotice problem={signOut.problem} retry={signOut.retry} />}
      {given === null ? signIn(rejected, keep) : children(given)}
    </section>
  );
}
