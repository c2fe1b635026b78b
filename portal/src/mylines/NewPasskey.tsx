import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { makePasskey } from '../ui/credentials';
import { useVisit } from './VisitContext';

/** Adds a passkey; the browser asks for the finger, the face or the code that unlocks the device, and keeps it. */
export function NewPasskey({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation();
  const { api, changed } = useVisit();
  const [label, setLabel] = useState('');
  const [unanswered, setUnanswered] = useState<'cancelled' | 'present' | 'failed' | null>(null);
  const add = useAction(async (signal) => {
    setUnanswered(null);
    const word = label.trim() === '' ? null : label.trim();
    const ceremony = await api.beginPasskey(word, signal);
    const answer = await makePasskey(ceremony.publicKey, signal);
    if (answer.kind !== 'answered') {
      setUnanswered(answer.kind);
      return;
    }
    await api.addPasskey(ceremony.ceremonyId, answer.credential, word, signal);
    setLabel('');
    onAdded();
    changed(t('passkeys.done'));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add.run();
  };
  return (
    <form className="case" onSubmit={submit} noValidate>
      <Field
        label={t('passkeys.label')}
        hint={t('passkeys.labelHint')}
        value={label}
        onValue={setLabel}
        maxLength={60}
        autoComplete="off"
        data-testid="passkey-label"
      />
      <ActionNotice action={add} />
      {unanswered !== null && (
        <p role="status" data-testid="passkey-unmade">
          {t(`passkeys.unmade.${unanswered}`)}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button" disabled={add.running} data-testid="passkey-add">
          {add.running ? t('passkeys.adding') : t('passkeys.add')}
        </button>
      </div>
    </form>
  );
}
