import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperatorApi } from '../api/operator';
import { PageTitle } from '../ui/PageTitle';
import { Desk } from './Desk';
import { operatorKey } from './key';
import { SignIn } from './SignIn';

/** `/operator`: what happens to the operator's applications and lines. It has no names and no pictures to show. */
export default function OperatorPage() {
  const { t } = useTranslation();
  const [key, setKey] = useState(operatorKey.read);
  const [rejected, setRejected] = useState(false);
  const api = useMemo(() => (key === null ? null : new OperatorApi(key)), [key]);

  const signIn = (given: string) => {
    operatorKey.keep(given);
    setRejected(false);
    setKey(given);
  };
  const signOut = useCallback((because: 'asked' | 'rejected') => {
    operatorKey.forget();
    setRejected(because === 'rejected');
    setKey(null);
  }, []);

  return (
    <section className="operator">
      <header className="operator-head">
        <div>
          <PageTitle name={t('operator.title')} quiet>
            {t('operator.title')}
          </PageTitle>
          <p className="lead">{t('operator.lead')}</p>
        </div>
        {api !== null && (
          <button
            type="button"
            className="button button-small"
            onClick={() => signOut('asked')}
            data-testid="operator-sign-out"
          >
            {t('operator.signOut')}
          </button>
        )}
      </header>
      {api === null ? <SignIn rejected={rejected} onKey={signIn} /> : <Desk api={api} signOut={signOut} />}
    </section>
  );
}
