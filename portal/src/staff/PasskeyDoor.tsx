import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPasskeySignIn, signInWithPasskey } from '../api/signIn';
import { askForPasskey, knowsPasskeys } from '../ui/credentials';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { PasswordField } from './ProofFields';

interface Props {
  /** Whether the operator wants the password beside it. */
  needsPassword: boolean;
  onSignedIn: (credential: string) => void;
}

/** The first way in, since no other site can ask for what it asks for. Nothing of it is shown where the browser has none. */
export function PasskeyDoor(props: Props) {
  return knowsPasskeys() ? <Known {...props} /> : null;
}

function Known({ needsPassword, onSignedIn }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [unanswered, setUnanswered] = useState<'cancelled' | 'failed' | null>(null);
  const open = useAction(async (signal) => {
    setUnanswered(null);
    const { ceremonyId, publicKey } = await beginPasskeySignIn(signal);
    const answer = await askForPasskey(publicKey, signal);
    if (answer.kind !== 'answered') {
      setUnanswered(answer.kind === 'cancelled' ? 'cancelled' : 'failed');
      return;
    }
    const { credential } = answer;
    const given = { ceremonyId, credential };
    onSignedIn((await signInWithPasskey(given, needsPassword ? password : null, signal)).csrfToken);
  });
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (!needsPassword || password !== '') {
          void open.run();
        }
      }}
      data-testid="passkey-door"
    >
      <h2>{t('signIn.passkey.title')}</h2>
      <p>{t('signIn.passkey.text')}</p>
      {needsPassword && <PasswordField value={password} onValue={setPassword} testId="passkey-password" />}
      <ActionNotice action={open} />
      {unanswered !== null && (
        <p role="status" data-testid="staff-passkey-unanswered">
          {t(`signIn.passkey.${unanswered}`)}
        </p>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={open.running}
          data-testid="staff-passkey-sign-in"
        >
          {t(open.running ? 'signIn.passkey.asking' : 'signIn.passkey.open')}
        </button>
      </div>
    </form>
  );
}
