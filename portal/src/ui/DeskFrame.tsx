import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from './PageTitle';
import type { TabSecret } from './tabSecret';

interface Props {
  title: string;
  lead: string;
  /** What signs in, kept for as long as the tab is open. */
  secret: TabSecret;
  /** The test id of the button is this and `-sign-out`. */
  testId: string;
  signIn: (rejected: boolean, onSecret: (given: string) => void) => ReactNode;
  /** @param reject says that the server does not know this secret */
  children: (secret: string, reject: () => void) => ReactNode;
}

/** The frame of a desk: its title, signing in and out, and what is on it for whoever is signed in. */
export function DeskFrame({ title, lead, secret, testId, signIn, children }: Props) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(secret.read);
  const [rejected, setRejected] = useState(false);
  const keep = (fresh: string) => {
    secret.keep(fresh);
    setRejected(false);
    setGiven(fresh);
  };
  const forget = useCallback(
    (because: 'asked' | 'rejected') => {
      secret.forget();
      setRejected(because === 'rejected');
      setGiven(null);
    },
    [secret],
  );
  const reject = useCallback(() => forget('rejected'), [forget]);
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
            onClick={() => forget('asked')}
            data-testid={`${testId}-sign-out`}
          >
            {t('action.signOut')}
          </button>
        )}
      </header>
      {given === null ? signIn(rejected, keep) : children(given, reject)}
    </section>
  );
}
