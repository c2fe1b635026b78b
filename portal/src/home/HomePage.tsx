import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { demoApplication } from '../api/demo';
import { services, type Service } from '../api/types';
import { currentLanguage } from '../i18n/language';
import { ArrowIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';
import { ActionNotice } from '../ui/ProblemNotice';
import { ServiceIcon } from '../ui/ServiceIcon';
import { useAction } from '../ui/useAction';
import { Illustration } from './Illustration';
import { Promises } from './Promises';
import { useDemo } from './useDemo';

/** What Namesake is; in a demo, also the way in. */
export function HomePage() {
  const { t } = useTranslation();
  const offered = useDemo();
  return (
    <>
      <section className="hero">
        <div>
          <PageTitle name={t('home.title')} quiet>
            {t('home.title')}
          </PageTitle>
          <p className="lead">{t('home.lead')}</p>
        </div>
        <Illustration />
      </section>
      {offered === null ? <ForApplicants /> : <DemoEntrances />}
      <section className="panel panel-row">
        <div>
          <h2>{t('home.myLines.title')}</h2>
          <p>{t('home.myLines.text')}</p>
        </div>
        <div className="buttons">
          <Link className="button" to="/my-lines" data-testid="my-lines-link">
            {t('home.myLines.link')}
          </Link>
        </div>
      </section>
      <section className="panel panel-row">
        <div>
          <h2>{t('home.operator.title')}</h2>
          <p>{t('home.operator.text')}</p>
        </div>
        <div className="buttons">
          <Link className="button" to="/operator" data-testid="operator-link">
            {t('home.operator.link')}
          </Link>
          <Link className="button" to="/staff" data-testid="staff-link">
            {t('home.operator.staff')}
          </Link>
        </div>
      </section>
      <Promises />
    </>
  );
}

function ForApplicants() {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('home.applicant.title')}</h2>
      <p>{t('home.applicant.text')}</p>
    </section>
  );
}

function DemoEntrances() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useAction(async (signal, service: Service) => {
    const made = await demoApplication(service, currentLanguage(), signal);
    // The link names the server's public address; we stay on the address that brought us here.
    const link = new URL(made.captureLink.url, window.location.origin);
    await navigate({ pathname: link.pathname, hash: link.hash });
  });
  return (
    <section className="panel panel-strong" data-testid="demo">
      <h2>{t('home.demo.title')}</h2>
      <p>{t('home.demo.text')}</p>
      <div className="entrances">
        {services.map((service) => (
          <button
            key={service}
            type="button"
            className="entrance"
            disabled={start.running}
            onClick={() => void start.run(service)}
            data-testid={`demo-${service}`}
          >
            <ServiceIcon service={service} />
            <span>{t(`home.demo.${service}`)}</span>
            <ArrowIcon />
          </button>
        ))}
      </div>
      <ActionNotice action={start} />
    </section>
  );
}
