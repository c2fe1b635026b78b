import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../api/types';

/** In units of the drawing. */
const width = 300;
const height = 46;

/** Contacts a day to be expected, with the range that holds 19 of 20 times, beside what the contact centre can take. */
export function Forecast({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation();
  const { forecast, contactCapacityPerDay: capacity } = campaign;
  const number = (count: number) =>
    count.toLocaleString(i18n.language, { maximumFractionDigits: count < 10 ? 1 : 0 });
  const most = Math.max(1, forecast.high, capacity) * 1.08;
  const x = (count: number) => (count / most) * width;
  const words = t('campaigns.forecast.words', {
    contacts: number(forecast.contactsPerDay),
    low: number(forecast.low),
    high: number(forecast.high),
    capacity: number(capacity),
  });
  return (
    <figure className="forecast" data-testid="campaign-forecast" data-within={forecast.withinCapacity}>
      <figcaption>{t('campaigns.forecast.title')}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <line className="axis" x1="0" x2={width} y1="30" y2="30" />
        <rect
          className="range"
          x={x(forecast.low)}
          y="14"
          width={Math.max(2, x(forecast.high) - x(forecast.low))}
          height="12"
          rx="3"
        />
        <circle className="expected" cx={x(forecast.contactsPerDay)} cy="20" r="4.5" />
        <line className="capacity" x1={x(capacity)} x2={x(capacity)} y1="6" y2="36" />
      </svg>
      <p>{words}</p>
      <p className={forecast.withinCapacity ? 'quiet' : 'field-warning'}>
        {forecast.withinCapacity
          ? t('campaigns.forecast.within')
          : t('campaigns.forecast.beyond', { pace: number(forecast.paceWithinCapacity) })}{' '}
        {campaign.state === 'RUNNING' && t('campaigns.forecast.days', { days: number(forecast.daysLeft) })}
      </p>
      {!forecast.measured && <p className="quiet">{t('campaigns.forecast.guess')}</p>}
    </figure>
  );
}
