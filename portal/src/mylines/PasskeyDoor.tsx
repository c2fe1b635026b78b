import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPasskeySignIn, signInWithPasskey, type OpenedVisit } from '../api/holder';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { askForPasskey, knowsPasskeys } from '../ui/credentials';

/** The way in for whoever has a passkey. */
export function PasskeyDoor({ onOpened }: { onOpened: (visit: OpenedVisit) => void }) {
  const { t } = useTranslation();
  const [unanswered, setUnanswered] = useState<'cancelled' | 'failed' | null>(null);
  const open = useAction(async (signal) => {
    setUnanswered(null);
    const ceremony = await beginPasskeySignIn(signal);
    const answer = await askForPasskey(ceremony.publicKey, signal);
    if (answer.kind === 'answered') {
      onOpened(await signInWithPasskey(ceremony.ceremonyId, answer.credential, signal));
    } else {
      setUnanswered(answer.kind === 'cancelled' ? 'cancelled' : 'failed');
    }
  });
  if (!knowsPasskeys()) {
    return null;
  }
  return (
    <>
      <ActionNotice action={open} />
      {unanswered !== null && (
        <p role="status" data-testid="passkey-unanswered">
          {t(`passkeys.door.${unanswered}`)}
        </p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={open.running}
          onClick={() => void open.run()}
          data-testid="passkey-sign-in"
        >
          {open.running ? t('passkeys.door.opening') : t('passkeys.door.open')}
        </button>
      </div>
    </>
  );
}
