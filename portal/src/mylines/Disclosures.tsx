import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyConsent, MyDisclosure } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useFetched } from '../ui/useFetched';
import { scopeText } from './scopeText';
import { useVisit, useVisitAction } from './VisitContext';

/** Who wants to ask about one's lines, who may, and what they were told. Nothing is shown to whom nobody ever asked about. */
export function Disclosures() {
  const { t } = useTranslation();
  const { api } = useVisit();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.disclosures(signal), [api]),
  );
  if (problem !== null) {
    return <ProblemNotice problem={problem} retry={refresh} />;
  }
  if (value === null || (value.consents.length === 0 && value.disclosures.length === 0)) {
    return null;
  }
  return (
    <section className="panel" data-testid="disclosures">
      <h2>{t('disclosures.title')}</h2>
      <p>{t('disclosures.text')}</p>
      <ul className="plain-list">
        {value.consents.map((consent) => (
          <Consent key={consent.id} consent={consent} onChanged={refresh} />
        ))}
      </ul>
      <h3>{t('disclosures.told')}</h3>
      {value.disclosures.length === 0 ? (
        <p className="quiet">{t('disclosures.nothing')}</p>
      ) : (
        <ul className="plain-list">
          {value.disclosures.map((one, index) => (
            // Rows have no id and are never reordered: the latest is the first.
            <Told key={value.disclosures.length - index} told={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Consent({ consent, onChanged }: { consent: MyConsent; onChanged: () => void }) {
  const { t, i18n } = useTranslation();
  const { api } = useVisit();
  const { id, client, line, state } = consent;
  const grant = useVisitAction(
    (signal) => api.grantConsent(id, signal).then(onChanged),
    () => t('disclosures.granted', { client }),
  );
  const refuse = useVisitAction(
    (signal) => api.refuseConsent(id, signal).then(onChanged),
    () => t('disclosures.refused', { client }),
  );
  const withdraw = useVisitAction(
    (signal) => api.withdrawConsent(id, signal).then(onChanged),
    () => t('disclosures.withdrawn', { client }),
  );
  const running = grant.running || refuse.running || withdraw.running;
  return (
    <li data-testid="consent" data-state={state}>
      <header className="line-head">
        <strong>{client}</strong>
        <span className="chip" data-state={state}>
          {t(`disclosures.state.${state}`)}
        </span>
      </header>
      <p>
        {t('disclosures.asks', { line })} {t(`disclosures.purpose.${consent.purpose}`)}
      </p>
      <ul>
        {consent.scopes.map((scope) => (
          <li key={scope}>{t(scopeText(scope))}</li>
        ))}
      </ul>
      {(state === 'WAITING' || state === 'GRANTED') && (
        <p className="quiet">
          {t(`disclosures.until.${state}`, { time: absoluteTime(consent.endsAt, i18n.language) })}
        </p>
      )}
      <ActionNotice action={grant} />
      <ActionNotice action={refuse} />
      <ActionNotice action={withdraw} />
      <div className="buttons">
        {state === 'WAITING' && (
          <>
            <Decide
              name={t('disclosures.refuse')}
              client={client}
              act={refuse.run}
              disabled={running}
              testId="consent-refuse"
            />
            <Decide
              name={t('disclosures.grant')}
              client={client}
              act={grant.run}
              disabled={running}
              testId="consent-grant"
            />
          </>
        )}
        {state === 'GRANTED' && (
          <Decide
            name={t('disclosures.withdraw')}
            client={client}
            act={withdraw.run}
            disabled={running}
            testId="consent-withdraw"
          />
        )}
      </div>
    </li>
  );
}

interface DecideProps {
  name: string;
  client: string;
  act: () => Promise<unknown>;
  disabled: boolean;
  testId: string;
}

/** All look alike: no answer is made the easier one. */
function Decide({ name, client, act, disabled, testId }: DecideProps) {
  return (
    <button
      type="button"
      className="button button-small"
      disabled={disabled}
      onClick={() => void act()}
      data-testid={testId}
    >
      {name}
      <span className="unseen"> {client}</span>
    </button>
  );
}

function Told({ told }: { told: MyDisclosure }) {
  const { t } = useTranslation();
  return (
    <li data-testid="disclosure">
      <strong>{told.client}</strong> · {told.line} · <Time at={told.at} />
      <p className="quiet">
        {t(scopeText(told.scope))} ({told.attributes.join(', ')})
        <br />
        <span data-testid="disclosure-asked-with" data-with={told.askedWith}>
          {t(`disclosures.askedWith.${told.askedWith}`)}
        </span>
      </p>
    </li>
  );
}
