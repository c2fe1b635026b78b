import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { WebhookEndpoint } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
import { Deliveries } from './Deliveries';
import { Rotation, Verification } from './EndpointCare';

interface Props {
  api: OperatorApi;
  endpoint: WebhookEndpoint;
  onChanged: () => void;
}

/** One receiver. Its deliveries are fetched only while somebody looks at them. */
export function Endpoint({ api, endpoint, onChanged }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useAction(async (signal) => {
    await api.removeEndpoint(endpoint.id, signal);
    onChanged();
  });
  return (
    <li className="endpoint" data-testid="webhook-row" data-endpoint={endpoint.id}>
      <strong className="endpoint-url">{endpoint.url}</strong>
      {endpoint.description !== null && endpoint.description !== '' && <span>{endpoint.description}</span>}
      <small>
        {endpoint.eventTypes.length === 0 ? t('operator.webhooks.allTypes') : endpoint.eventTypes.join(', ')}
      </small>
      {endpoint.disabledAt !== null && (
        <p className="field-warning">
          {t('operator.webhooks.disabled')} <Time at={endpoint.disabledAt} />
        </p>
      )}
      <Verification api={api} endpoint={endpoint} onChanged={onChanged} />
      <Rotation api={api} endpoint={endpoint} onChanged={onChanged} />
      {removing ? (
        <div role="group" aria-label={t('operator.webhooks.remove')}>
          <p className="endpoint-url">{t('operator.webhooks.removeConfirm', { url: endpoint.url })}</p>
          <ActionNotice action={remove} />
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={remove.running}
              onClick={() => void remove.run()}
              data-testid="webhook-remove-confirm"
            >
              {t('operator.webhooks.remove')}
            </button>
            <button type="button" className="button button-small" onClick={() => setRemoving(false)}>
              {t('action.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            data-testid="webhook-deliveries"
          >
            {open ? t('operator.webhooks.hide') : t('operator.webhooks.show')}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => setRemoving(true)}
            data-testid="webhook-remove"
          >
            {t('operator.webhooks.remove')}
          </button>
        </div>
      )}
      {open && <Deliveries api={api} endpointId={endpoint.id} />}
    </li>
  );
}
