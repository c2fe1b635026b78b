import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReviewsApi } from '../api/reviews';
import { StaffApi } from '../api/staff';
import { PageTitle } from '../ui/PageTitle';
import { SecretForm } from '../ui/SecretForm';
import { StaffDesk } from './StaffDesk';
import { staffToken } from './token';

/** `/staff`: what an operator's people do, each with a token and roles of their own. */
export default function StaffPage() {
  const { t } = useTranslation();
  const [token, setToken] = useState(staffToken.read);
  const [rejected, setRejected] = useState(false);
  const api = useMemo(() => (token === null ? null : new StaffApi(token)), [token]);
  const reviews = useMemo(() => new ReviewsApi(token ?? ''), [token]);
  const signIn = (given: string) => {
    staffToken.keep(given);
    setRejected(false);
    setToken(given);
  };
  const signOut = useCallback((because: 'asked' | 'rejected') => {
    staffToken.forget();
    setRejected(because === 'rejected');
    setToken(null);
  }, []);
  return (
    <section className="staff operator">
      <header className="operator-head no-print">
        <div>
          <PageTitle name={t('staff.title')} quiet>
            {t('staff.title')}
          </PageTitle>
          <p className="lead">{t('staff.lead')}</p>
        </div>
        {api !== null && (
          <button
            type="button"
            className="button button-small"
            onClick={() => signOut('asked')}
            data-testid="staff-sign-out"
          >
            {t('staff.signOut')}
          </button>
        )}
      </header>
      {api === null ? (
        <SecretForm
          title={t('staff.signIn.title')}
          text={t('staff.signIn.text')}
          label={t('staff.signIn.token')}
          submit={t('staff.signIn.submit')}
          wrong={rejected ? t('staff.signIn.wrong') : undefined}
          onSecret={signIn}
        />
      ) : (
        <StaffDesk api={api} reviews={reviews} signOut={signOut} />
      )}
    </section>
  );
}
