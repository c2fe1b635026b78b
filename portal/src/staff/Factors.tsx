import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import type { StaffApi } from '../api/staff';
import type { StaffFactors, StaffPasskey } from '../api/types';
import { knowsPasskeys } from '../ui/credentials';
import { Done } from '../ui/Done';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { AddApp } from './AddApp';
import { AddPasskey } from './AddPasskey';
import { ProveAgain } from './ProveAgain';
import { RecoveryCodes } from './RecoveryCodes';

/** What one of the parts needs to change something. */
export interface Changing {
  api: StaffApi;
  /** It was done, in these words. */
  changed: (words: string) => void;
  /** Deals with a proof that is over. */
  intercept: (problem: Problem) => boolean;
}

/** With what somebody signs in beside their password. Whoever wants to change it shows once more who they are. */
export function Factors({ api }: { api: StaffApi }) {
  const { t } = useTranslation();
  const [proof, setProof] = useState<'none' | 'asked' | 'shown'>('none');
  const [done, setDone] = useState<string | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.factors(signal), [api]),
  );
  const changing: Changing = {
    api,
    changed: (words) => {
      setDone(words);
      refresh();
    },
    intercept: ({ code }) => {
      const over = code === 'proof-required';
      if (over) {
        setDone(null);
        setProof('asked');
      }
      return over;
    },
  };
  if (value?.signsInHere === false) {
    return null;
  }
  return (
    <section className="panel" aria-labelledby="factors-title" data-testid="factors">
      <h2 id="factors-title">{t('signIn.factors.title')}</h2>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('signIn.factors.loading')}</Spinner>}
      {done !== null && <Done>{done}</Done>}
      {value !== null && <Rows factors={value} changing={proof === 'shown' ? changing : null} />}
      {proof === 'asked' && (
        <ProveAgain
          api={api}
          byPasskey={knowsPasskeys() && (value?.passkeys.length ?? 0) > 0}
          onProven={() => setProof('shown')}
        />
      )}
      {proof === 'none' && value !== null && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => setProof('asked')}
            data-testid="factors-change"
          >
            {t('signIn.factors.change')}
          </button>
        </div>
      )}
    </section>
  );
}

/** @param changing null while nothing may be changed */
function Rows({ factors, changing }: { factors: StaffFactors; changing: Changing | null }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="rows">
        {factors.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} changing={changing} />
        ))}
        {factors.authenticatorApp && <AppRow changing={changing} />}
      </ul>
      {changing !== null && knowsPasskeys() && <AddPasskey changing={changing} />}
      {changing !== null && <AddApp another={factors.authenticatorApp} changing={changing} />}
      <p data-testid="recovery-left">
        {t('signIn.factors.recoveryLeft', { left: factors.recoveryCodesLeft })}
      </p>
      {changing !== null && <NewRecovery changing={changing} />}
    </>
  );
}

function PasskeyRow({ passkey, changing }: { passkey: StaffPasskey; changing: Changing | null }) {
  const { t } = useTranslation();
  return (
    <li className="member" data-testid="staff-passkey-row" data-label={passkey.label}>
      <strong>{passkey.label}</strong>
      <span className="quiet">
        {t('passkeys.added')} <Time at={passkey.createdAt} />
      </span>
      <span className="quiet">
        {t('passkeys.used')} <Time at={passkey.lastUsedAt} />
      </span>
      {changing !== null && (
        <Remove
          label={passkey.label}
          testId="staff-passkey-remove"
          changing={changing}
          remove={(signal) => changing.api.removePasskey(passkey.id, signal)}
          words={t('signIn.passkey.removed')}
        />
      )}
    </li>
  );
}

function AppRow({ changing }: { changing: Changing | null }) {
  const { t } = useTranslation();
  return (
    <li className="member" data-testid="app-row">
      <strong>{t('signIn.factor.app')}</strong>
      {changing !== null && (
        <Remove
          label={t('signIn.factor.app')}
          testId="app-remove"
          changing={changing}
          remove={(signal) => changing.api.removeApp(signal)}
          words={t('signIn.factors.appRemoved')}
        />
      )}
    </li>
  );
}

interface RemoveProps {
  label: string;
  testId: string;
  changing: Changing;
  remove: (signal: AbortSignal) => Promise<void>;
  words: string;
}

function Remove({ label, testId, changing, remove, words }: RemoveProps) {
  const { t } = useTranslation();
  const action = useAction(async (signal) => {
    await remove(signal);
    changing.changed(words);
  }, changing.intercept);
  return (
    <>
      <ActionNotice action={action} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={action.running}
          onClick={() => void action.run()}
          data-testid={testId}
        >
          {t('passkeys.remove')}
          <span className="unseen"> {label}</span>
        </button>
      </div>
    </>
  );
}

function NewRecovery({ changing }: { changing: Changing }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = useAction(async (signal) => {
    setCodes(await changing.api.renewRecovery(signal));
    changing.changed(t('signIn.factors.recoveryRenewed'));
  }, changing.intercept);
  return (
    <>
      <ActionNotice action={renew} />
      {codes !== null && <RecoveryCodes codes={codes} />}
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={renew.running}
          onClick={() => void renew.run()}
          data-testid="recovery-renew"
        >
          {t('signIn.factors.recoveryRenew')}
        </button>
      </div>
    </>
  );
}
