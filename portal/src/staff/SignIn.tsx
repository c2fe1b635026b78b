import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { signIn } from '../api/signIn';
import type { StaffIssuer } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { SecretForm } from '../ui/SecretForm';
import { useAction } from '../ui/useAction';
import { PasskeyDoor } from './PasskeyDoor';
import { CodeField, PasswordField } from './ProofFields';

interface Props {
  /** What was not accepted any more, if anything. */
  rejected: 'session' | 'token' | null;
  /** Where else somebody can sign in; null when nowhere. */
  elsewhere: StaffIssuer | null;
  /** Whether the operator wants the password beside a passkey. */
  passkeyNeedsPassword: boolean;
  /** Gets what is sent beside the session's cookie, or a token. */
  onSignedIn: (credential: string) => void;
}

/** A passkey; or number, password and code, all at once; or a token, for whoever has one. */
export function SignIn({ rejected, elsewhere, passkeyNeedsPassword, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [query] = useSearchParams();
  const open = useAction(async (signal) => {
    const { csrfToken } = await signIn({ number, password, code }, signal);
    onSignedIn(csrfToken);
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (number.trim() !== '' && password !== '' && code.trim() !== '') {
      void open.run();
    }
  };
  return (
    <div className="sign-in">
      {query.get('elsewhere') === 'failed' && (
        <p className="notice notice-problem" role="alert" data-testid="elsewhere-failed">
          {t('signIn.elsewhereFailed')}
        </p>
      )}
      {elsewhere !== null && (
        <p>
          {/* The server sends the browser on from there, so this is no address of a page. */}
          <a className="button button-main" href={elsewhere.path} data-testid="sign-in-elsewhere">
            {t('signIn.elsewhere', { name: elsewhere.name })}
          </a>
        </p>
      )}
      {rejected === 'session' && (
        <p role="status" data-testid="session-ended">
          {t('signIn.ended')}
        </p>
      )}
      <PasskeyDoor needsPassword={passkeyNeedsPassword} onSignedIn={onSignedIn} />
      <form className="panel" onSubmit={submit} data-testid="sign-in">
        <h2>{t('signIn.title')}</h2>
        <p>{t('signIn.text')}</p>
        <Field
          label={t('signIn.number')}
          hint={t('signIn.numberHint')}
          value={number}
          onValue={setNumber}
          autoComplete="username"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          data-testid="sign-in-number"
        />
        <PasswordField value={password} onValue={setPassword} testId="sign-in-password" />
        <CodeField value={code} onValue={setCode} testId="sign-in-code" />
        <ActionNotice action={open} />
        <div className="buttons">
          <button
            type="submit"
            className="button button-main"
            disabled={open.running}
            data-testid="sign-in-submit"
          >
            {t('signIn.submit')}
          </button>
        </div>
      </form>
      <details open={rejected === 'token'}>
        <summary data-testid="sign-in-by-token">{t('signIn.byToken')}</summary>
        <SecretForm
          title={t('staff.signIn.title')}
          text={t('staff.signIn.text')}
          label={t('staff.signIn.token')}
          submit={t('staff.signIn.submit')}
          wrong={rejected === 'token' ? t('staff.signIn.wrong') : undefined}
          onSecret={onSignedIn}
        />
      </details>
    </div>
  );
}
