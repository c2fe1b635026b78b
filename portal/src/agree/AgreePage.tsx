import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PasskeyDoor } from '../mylines/PasskeyDoor';
import { useHolder } from '../mylines/useHolder';
import { VerifyAgain } from '../mylines/VerifyAgain';
import { PersonIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';
import { Answer } from './Answer';
import { waitingRequest } from './request';

/** `/agree`: somebody's program sent this browser, and wants to ask about a line of its person. */
export default function AgreePage() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const brought = query.get('state');
  const [failed] = useState(query.get('error') !== null);
  const [handle] = useState(() => brought ?? waitingRequest.read());
  const { api, open } = useHolder();

  useEffect(() => {
    if (brought !== null) {
      // Out of the address bar: it is as good as the answer.
      waitingRequest.keep(brought);
      void navigate('/agree', { replace: true });
    }
  }, [brought, navigate]);

  if (failed || handle === null) {
    return (
      <section className="narrow" data-testid="agree-failed">
        <PageTitle name={t('agree.title')}>{t('agree.failed.title')}</PageTitle>
        <p>{t('agree.failed.text')}</p>
      </section>
    );
  }
  if (api !== null) {
    return <Answer api={api} handle={handle} />;
  }
  return (
    <section className="narrow" data-testid="agree-sign-in">
      <PageTitle name={t('agree.title')}>{t('agree.title')}</PageTitle>
      <p className="lead">{t('agree.who')}</p>
      <p>{t('agree.how')}</p>
      <VerifyAgain words={t('agree.verify')} backTo="/agree" />
      <PasskeyDoor onOpened={open} />
      <p className="aside">
        <PersonIcon />
        <span>{t('agree.free')}</span>
      </p>
    </section>
  );
}
