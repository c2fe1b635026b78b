import { useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { CreatedWebhookEndpoint } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { usePolling } from '../ui/usePolling';
import { Endpoint } from './Endpoint';
import { EndpointSecret } from './EndpointSecret';

/** Where the operator's network is told, and how that went. */
export function Webhooks({ api }: { api: OperatorApi }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.endpoints(signal), [api]),
    10_000,
  );
  const [made, setMade] = useState<CreatedWebhookEndpoint | null>(null);
  return (
    <section className="panel" aria-labelledby="webhooks-title">
      <h2 id="webhooks-title">{t('operator.tabs.webhooks')}</h2>
      <p className="quiet">{t('operator.webhooks.lead')}</p>
      {value === null && problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value?.length === 0 && <p>{t('operator.webhooks.empty')}</p>}
      <ul className="rows">
        {value?.map((endpoint) => (
          <Endpoint key={endpoint.id} api={api} endpoint={endpoint} onChanged={refresh} />
        ))}
      </ul>
      {made !== null && (
        <EndpointSecret
          secret={made.secret}
          testId="webhook-secret"
          copyTestId="copy-secret"
          onClose={() => setMade(null)}
        />
      )}
      <AddEndpoint
        api={api}
        onMade={(endpoint) => {
          setMade(endpoint);
          refresh();
        }}
      />
    </section>
  );
}

function AddEndpoint({ api, onMade }: { api: OperatorApi; onMade: (made: CreatedWebhookEndpoint) => void }) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [invalid, setInvalid] = useState(false);
  const add = useAction(async (signal) => {
    onMade(await api.addEndpoint(url.trim(), description.trim(), signal));
    setUrl('');
    setDescription('');
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = !isWebAddress(url.trim());
    setInvalid(wrong);
    if (!wrong) {
      void add.run();
    }
  };
  return (
    <details>
      <summary data-testid="webhook-add">{t('operator.webhooks.add')}</summary>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('operator.webhooks.url')}
          hint={t('operator.webhooks.urlHint')}
          error={invalid ? t('operator.webhooks.urlInvalid') : undefined}
          type="url"
          inputMode="url"
          value={url}
          onValue={setUrl}
          autoComplete="off"
          required
          data-testid="webhook-url"
        />
        <Field
          label={t('operator.webhooks.description')}
          value={description}
          onValue={setDescription}
          autoComplete="off"
          data-testid="webhook-description"
        />
        <ActionNotice action={add} />
        <div className="buttons">
          <button
            type="submit"
            className="button button-main"
            disabled={add.running}
            data-testid="webhook-submit"
          >
            {t('operator.webhooks.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}

function isWebAddress(text: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
