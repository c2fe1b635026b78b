import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { RotatedSecret, WebhookEndpoint } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
import { EndpointSecret } from './EndpointSecret';

interface Props {
  api: OperatorApi;
  endpoint: WebhookEndpoint;
  onChanged: () => void;
}

/** Whether the receiver has proved that it wants to be told; asked again on demand. */
export function Verification({ api, endpoint, onChanged }: Props) {
  const { t } = useTranslation();
  const verify = useAction(async (signal) => {
    await api.verifyEndpoint(endpoint.id, signal);
    onChanged();
  });
  if (endpoint.verifiedAt !== null && endpoint.disabledAt === null) {
    return (
      <small data-testid="webhook-verified">
        {t('operator.webhooks.verified')} <Time at={endpoint.verifiedAt} />
      </small>
    );
  }
  return (
    <div>
      {endpoint.disabledAt === null && (
        <p className="field-warning" data-testid="webhook-unverified">
          {t('operator.webhooks.unverified')}
        </p>
      )}
      <ActionNotice action={verify} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={verify.running}
          onClick={() => void verify.run()}
          data-testid="webhook-verify"
        >
          {t('operator.webhooks.verify')}
        </button>
      </div>
    </div>
  );
}

/** Another secret. The old one is good for a day more, unless somebody else has it. */
export function Rotation({ api, endpoint, onChanged }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [leaked, setLeaked] = useState(false);
  const [made, setMade] = useState<RotatedSecret | null>(null);
  const rotate = useAction(async (signal) => {
    setMade(await api.rotateSecret(endpoint.id, leaked ? 0 : 24, signal));
    setOpen(false);
    setLeaked(false);
    onChanged();
  });
  return (
    <>
      {endpoint.previousSecretUntil !== null && (
        <small data-testid="webhook-overlap">
          {t('operator.webhooks.overlap')} <Time at={endpoint.previousSecretUntil} />
        </small>
      )}
      {made !== null && (
        <EndpointSecret
          secret={made.secret}
          testId="webhook-new-secret"
          copyTestId="copy-new-secret"
          onClose={() => setMade(null)}
        />
      )}
      {open ? (
        <div role="group" aria-label={t('operator.webhooks.rotate')}>
          <p>{t('operator.webhooks.rotateText')}</p>
          <fieldset className="choices">
            <label>
              <input
                type="checkbox"
                checked={leaked}
                onChange={(event) => setLeaked(event.target.checked)}
                data-testid="webhook-leaked"
              />
              <span>{t('operator.webhooks.leaked')}</span>
            </label>
          </fieldset>
          <ActionNotice action={rotate} />
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={rotate.running}
              onClick={() => void rotate.run()}
              data-testid="webhook-rotate-confirm"
            >
              {t('operator.webhooks.rotateYes')}
            </button>
            <button type="button" className="button button-small" onClick={() => setOpen(false)}>
              {t('action.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            onClick={() => setOpen(true)}
            data-testid="webhook-rotate"
          >
            {t('operator.webhooks.rotate')}
          </button>
        </div>
      )}
    </>
  );
}
