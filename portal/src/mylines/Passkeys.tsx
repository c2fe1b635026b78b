import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passkey } from '../api/types';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useFetched } from '../ui/useFetched';
import { knowsPasskeys } from '../ui/credentials';
import { NewPasskey } from './NewPasskey';
import { useVisit, useVisitAction } from './VisitContext';

/** A way to come back without one's face. Nothing of it is shown where the browser has none. */
export function Passkeys() {
  return knowsPasskeys() ? <Known /> : null;
}

function Known() {
  const { t } = useTranslation();
  const { api } = useVisit();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.passkeys(signal), [api]),
  );
  return (
    <section className="panel" data-testid="passkeys">
      <h2>{t('passkeys.title')}</h2>
      <p>{t('passkeys.text')}</p>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && value.length > 0 && (
        <ul className="rows">
          {value.map((one) => (
            <Row key={one.id} passkey={one} onRemoved={refresh} />
          ))}
        </ul>
      )}
      <NewPasskey onAdded={refresh} />
    </section>
  );
}

function Row({ passkey, onRemoved }: { passkey: Passkey; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const remove = useVisitAction(
    (signal) => api.removePasskey(passkey.id, signal).then(onRemoved),
    () => t('passkeys.removed'),
  );
  const label = passkey.label === '' ? t('passkeys.unnamed') : passkey.label;
  return (
    <li className="member" data-testid="passkey-row">
      <strong>{label}</strong>
      <span className="quiet">
        {t('passkeys.added')} <Time at={passkey.createdAt} />
      </span>
      <span className="quiet">
        {t('passkeys.used')} <Time at={passkey.lastUsedAt} />
      </span>
      <ActionNotice action={remove} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={remove.running}
          onClick={() => void remove.run()}
          data-testid="passkey-remove"
        >
          {t('passkeys.remove')}
          <span className="unseen"> {label}</span>
        </button>
      </div>
    </li>
  );
}
