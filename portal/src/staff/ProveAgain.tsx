import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import { askForPasskey } from '../ui/credentials';
import { ActionNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { useAction } from '../ui/useAction';
import { CodeField, PasswordField } from './ProofFields';

interface Props {
  api: StaffApi;
  /** Whether there is a passkey to show, and a browser that asks for it. */
  byPasskey: boolean;
  onProven: () => void;
}

/** Who leaves a session open does not give away the account with it. */
export function ProveAgain({ api, byPasskey, onProven }: Props) {
  const { t } = useTranslation();
  return (
    <Question title={t('signIn.proof.title')} testId="proof">
      <p>{t('signIn.proof.text')}</p>
      {byPasskey && <ByPasskey api={api} onProven={onProven} />}
      {byPasskey ? (
        <details>
          <summary data-testid="proof-otherwise">{t('signIn.proof.otherwise')}</summary>
          <ByCode api={api} onProven={onProven} />
        </details>
      ) : (
        <ByCode api={api} onProven={onProven} />
      )}
    </Question>
  );
}

function ByPasskey({ api, onProven }: Omit<Props, 'byPasskey'>) {
  const { t } = useTranslation();
  const [unanswered, setUnanswered] = useState<'cancelled' | 'failed' | null>(null);
  const prove = useAction(async (signal) => {
    setUnanswered(null);
    const { ceremonyId, publicKey } = await api.beginProof(signal);
    const answer = await askForPasskey(publicKey, signal);
    if (answer.kind === 'answered') {
      await api.prove({ ceremonyId, credential: answer.credential }, signal);
      onProven();
    } else {
      setUnanswered(answer.kind === 'cancelled' ? 'cancelled' : 'failed');
    }
  });
  return (
    <>
      <ActionNotice action={prove} />
      {unanswered !== null && (
        <p role="status" data-testid="proof-unanswered">
          {t(`signIn.passkey.${unanswered}`)}
        </p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={prove.running}
          onClick={() => void prove.run()}
          data-testid="proof-passkey"
        >
          {t(prove.running ? 'signIn.passkey.asking' : 'signIn.proof.passkey')}
        </button>
      </div>
    </>
  );
}

function ByCode({ api, onProven }: Omit<Props, 'byPasskey'>) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const prove = useAction(async (signal) => {
    await api.prove({ password, code }, signal);
    onProven();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (password !== '' && code.trim() !== '') {
      void prove.run();
    }
  };
  return (
    <form className="case" onSubmit={submit}>
      <PasswordField value={password} onValue={setPassword} testId="proof-password" />
      <CodeField value={code} onValue={setCode} testId="proof-code" />
      <ActionNotice action={prove} />
      <div className="buttons">
        <button type="submit" className="button" disabled={prove.running} data-testid="proof-submit">
          {t('signIn.proof.submit')}
        </button>
      </div>
    </form>
  );
}
