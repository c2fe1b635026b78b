import { useTranslation } from 'react-i18next';
import type { Remediation } from '../api/types';
import { Time } from './Time';

/** One doubted line: what it is limited in, who was told when, and every step so far. */
export function RemediationFacts({ remediation }: { remediation: Remediation }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('remediation.because')}</dt>
          <dd>{t(`remediation.doubt.${remediation.doubt}`)}</dd>
        </div>
        <div>
          <dt>{t('remediation.reference')}</dt>
          <dd>{remediation.reference}</dd>
        </div>
        <div>
          <dt>{t('remediation.limits')}</dt>
          <dd>
            {remediation.limits.length === 0
              ? t('remediation.noLimits')
              : remediation.limits.map((limit) => t(`myLines.limit.${limit}`)).join(' · ')}
          </dd>
        </div>
        <div>
          <dt>{t('remediation.extensions')}</dt>
          <dd>
            {remediation.extensions.length === 0
              ? t('remediation.noExtensions')
              : remediation.extensions.map((cause) => t(`notice.causes.${cause}`)).join(' · ')}
          </dd>
        </div>
      </dl>
      <h3>{t('remediation.notices')}</h3>
      {remediation.notices.length === 0 && <p className="quiet">{t('remediation.noNotices')}</p>}
      <ul className="rows">
        {remediation.notices.map((one) => (
          <li key={one.id} className="row" data-testid="remediation-notice" data-status={one.status}>
            <span>
              {t(`remediation.kind.${one.kind}`)}
              <small className="quiet"> {t(`remediation.channel.${one.channel}`)}</small>
            </span>
            <span className="chip" data-state={one.status}>
              {t(`remediation.status.${one.status}`)}
            </span>
            <Time at={one.changedAt} />
          </li>
        ))}
      </ul>
      <h3>{t('remediation.history')}</h3>
      <ol className="history">
        {remediation.history.map((step) => (
          <li key={step.number}>
            <strong>{t(`remediation.phase.${step.phase}`)}</strong>{' '}
            <span className="quiet">
              {step.phase === 'LIMITED' && `${t('remediation.stage', { stage: step.stage })} · `}
              {step.event === 'REMINDED' ? t('remediation.reminded') : t(`remediation.actor.${step.actor}`)}
            </span>{' '}
            <Time at={step.at} />
          </li>
        ))}
      </ol>
    </>
  );
}
