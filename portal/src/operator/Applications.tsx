import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applicationStates, type Application, type ApplicationState } from '../api/types';
import { known } from '../i18n/known';
import { absoluteTime } from '../i18n/time';
import { ServiceIcon } from '../ui/ServiceIcon';
import { Time } from '../ui/Time';
import { ShortList } from './ShortList';

/** The newest applications, narrowed to one state where that is wanted. */
export function Applications({ applications }: { applications: readonly Application[] }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<ApplicationState | null>(null);
  const shown = applications.filter((application) => wanted === null || application.state === wanted);
  return (
    <section className="panel desk-applications" aria-labelledby="applications-title">
      <h2 id="applications-title">{t('operator.tabs.applications')}</h2>
      <div className="filter" role="group" aria-label={t('operator.filter')}>
        {[null, ...applicationStates].map((state) => (
          <button
            key={state ?? 'all'}
            type="button"
            aria-pressed={wanted === state}
            onClick={() => setWanted(state)}
            data-testid={`filter-${state ?? 'all'}`}
          >
            {state === null ? t('operator.all') : t(`state.${state}`)}{' '}
            <small>{applications.filter((one) => state === null || one.state === state).length}</small>
          </button>
        ))}
      </div>
      {shown.length === 0 && (
        <p className="quiet">
          {applications.length === 0
            ? t('operator.applications.empty')
            : t('operator.applications.emptyFilter')}
        </p>
      )}
      <ShortList items={shown}>
        {(application) => (
          // The state in the key makes a changed row appear anew, and so draw the eye once.
          <ApplicationRow key={`${application.id} ${application.state}`} application={application} />
        )}
      </ShortList>
    </section>
  );
}

function ApplicationRow({ application }: { application: Application }) {
  const { t, i18n } = useTranslation();
  const erased = application.decision?.imagesErasedAt ?? null;
  const reasons = application.decision?.reasons ?? [];
  return (
    <li
      className="row"
      data-testid="application-row"
      data-application={application.id}
      data-line={application.line}
      data-state={application.state}
    >
      <span className="row-name">
        <ServiceIcon service={application.service} />
        <span>
          <strong>{application.line ?? t('road.myLines')}</strong>
          {application.service !== null && <small>{t(`service.${application.service}`)}</small>}
        </span>
      </span>
      <span className="chip" data-state={application.state}>
        {t(`state.${application.state}`)}
      </span>
      <Time at={application.updatedAt} />
      {(reasons.length > 0 || erased !== null) && (
        <span className="row-more">
          {reasons.length > 0 && (
            <span>
              {t('operator.applications.reasons', {
                reasons: reasons.map((reason) => known('reason', reason.code, reason.title)).join(' · '),
              })}
            </span>
          )}
          {erased !== null && (
            <span>{t('operator.applications.erased', { time: absoluteTime(erased, i18n.language) })}</span>
          )}
        </span>
      )}
    </li>
  );
}
