import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { Delivery } from '../api/types';
import { known } from '../i18n/known';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
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
      <AllAgain
        api={api}
        endpointId={endpointId}
        some={value?.some((delivery) => delivery.status === 'GIVEN_UP') ?? false}
        onDone={refresh}
      />
      {value?.length === 0 && <p className="quiet">{t('operator.webhooks.noDeliveries')}</p>}
      <ul aria-label={t('operator.webhooks.deliveries')}>
        {value?.map((delivery) => (
          <OneDelivery key={delivery.eventId} delivery={delivery}>
            {delivery.status === 'GIVEN_UP' && (
              <DeadLetter api={api} endpointId={endpointId} eventId={delivery.eventId} onDone={refresh} />
            )}
          </OneDelivery>
        ))}
      </ul>
    </div>
  );
}

interface AllAgainProps {
  api: OperatorApi;
  endpointId: string;
  some: boolean;
  onDone: () => void;
}

/** Everything that was given up, also what the list has no room for, is delivered again. */
function AllAgain({ api, endpointId, some, onDone }: AllAgainProps) {
  const { t } = useTranslation();
  const [count, setCount] = useState<number | null>(null);
  const all = useAction(async (signal) => {
    setCount(await api.redeliverAll(endpointId, signal));
    onDone();
  });
  return (
    <>
      {count !== null && <p role="status">{t('operator.webhooks.redelivering', { count })}</p>}
      <ActionNotice action={all} />
      {some && (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            disabled={all.running}
            onClick={() => void all.run()}
            data-testid="delivery-all-again"
          >
            {t('operator.webhooks.redeliverAll')}
          </button>
        </div>
      )}
    </>
  );
}

interface DeadLetterProps {
  api: OperatorApi;
  endpointId: string;
  eventId: string;
  onDone: () => void;
}

/** What was given up is delivered again, under the id that it had, or dropped. */
function DeadLetter({ api, endpointId, eventId, onDone }: DeadLetterProps) {
  const { t } = useTranslation();
  const redeliver = useAction(async (signal) => {
    await api.redeliver(endpointId, eventId, signal);
    onDone();
  });
  const drop = useAction(async (signal) => {
    await api.dropDeadLetter(endpointId, eventId, signal);
    onDone();
  });
  const running = redeliver.running || drop.running;
  return (
    <div>
      <ActionNotice action={redeliver} />
      <ActionNotice action={drop} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={running}
          onClick={() => void redeliver.run()}
          data-testid="delivery-again"
        >
          {t('operator.webhooks.redeliver')}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={running}
          onClick={() => void drop.run()}
          data-testid="delivery-drop"
        >
          {t('operator.webhooks.drop')}
        </button>
      </div>
    </div>
  );
}

function OneDelivery({ delivery, children }: { delivery: Delivery; children: ReactNode }) {
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
      {children}
    </li>
  );
}
