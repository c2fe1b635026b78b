import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { Delivery } from '../api/types';
import { known } from '../i18n/known';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { usePolling } from '../ui/usePolling';

/** What was sent to one receiver, with every attempt. */
export function Deliveries({ api, endpointId }: { api: OperatorApi; endpointId: string }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.deliveries(endpointId, signal), [api, endpointId]),
    2000,
  );
  return (
    <div className="deliveries">
      {problem !== null && value === null && <ProblemNotice problem={problem} retry={refresh} />}
      {value?.length === 0 && <p className="quiet">{t('operator.webhooks.noDeliveries')}</p>}
      <ul aria-label={t('operator.webhooks.deliveries')}>
        {value?.map((delivery) => (
          <OneDelivery key={delivery.eventId} delivery={delivery} />
        ))}
      </ul>
    </div>
  );
}

function OneDelivery({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  return (
    <li
      className="delivery"
      data-testid="delivery-row"
      data-event={delivery.eventId}
      data-type={delivery.type}
      data-status={delivery.status}
    >
      <span className="delivery-head">
        <code>{delivery.type}</code>
        <span className="chip" data-state={delivery.status}>
          {t(`delivery.${delivery.status}`)}
        </span>
      </span>
      <ol>
        {delivery.attempts.map((attempt) => (
          <li key={attempt.at}>
            {t('operator.webhooks.attemptLine', {
              status:
                attempt.httpStatus ?? known('attempt', attempt.error ?? 'not-sent', attempt.error ?? ''),
              millis: attempt.durationMillis,
            })}{' '}
            <Time at={attempt.at} />
          </li>
        ))}
      </ol>
      {delivery.nextAttemptAt !== null && (
        <p>
          {t('operator.webhooks.next')} <Time at={delivery.nextAttemptAt} />
        </p>
      )}
    </li>
  );
}
