import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { makePasskey } from '../ui/credentials';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import type { Changing } from './Factors';

/** Another passkey, on this device or on one that the browser reaches. */
export function AddPasskey({ changing }: { changing: Changing }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [unmade, setUnmade] = useState<'cancelled' | 'present' | 'failed' | null>(null);
  const add = useAction(async (signal) => {
    setUnmade(null);
    const { ceremonyId, publicKey } = await changing.api.beginPasskey(signal);
    const answer = await makePasskey(publicKey, signal);
    if (answer.kind !== 'answered') {
      setUnmade(answer.kind);
      return;
    }
    const word = label.trim() === '' ? null : label.trim();
    await changing.api.addPasskey({ ceremonyId, credential: answer.credential }, word, signal);
    setLabel('');
    changing.changed(t('signIn.passkey.added'));
  }, changing.intercept);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add.run();
  };
  return (
    <form className="case" onSubmit={submit} noValidate>
      <Field
        label={t('passkeys.label')}
        hint={t('signIn.passkey.labelHint')}
        value={label}
        onValue={setLabel}
        maxLength={60}
        autoComplete="off"
        data-testid="staff-passkey-label"
      />
      <ActionNotice action={add} />
      {unmade !== null && (
        <p role="status" data-testid="staff-passkey-unmade">
          {t(`signIn.passkey.unmade.${unmade}`)}
        </p>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="button button-small"
          disabled={add.running}
          data-testid="staff-passkey-add"
        >
          {t(add.running ? 'signIn.passkey.asking' : 'signIn.passkey.add')}
        </button>
      </div>
    </form>
  );
}
