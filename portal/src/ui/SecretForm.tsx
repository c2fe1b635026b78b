import { useState, type SubmitEvent } from 'react';
import { Field } from './Field';

interface Props {
  title: string;
  text: string;
  label: string;
  submit: string;
  /** What to say while nothing new is typed and the last one was not accepted. */
  wrong: string | undefined;
  onSecret: (secret: string) => void;
}

/** Signs in with a token that somebody was given. */
export function SecretForm({ title, text, label, submit, wrong, onSecret }: Props) {
  const [secret, setSecret] = useState('');
  const signIn = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (secret.trim() !== '') {
      onSecret(secret.trim());
    }
  };
  return (
    <form className="panel sign-in" onSubmit={signIn}>
      <h2>{title}</h2>
      <p>{text}</p>
      <Field
        label={label}
        type="password"
        value={secret}
        onValue={setSecret}
        error={secret === '' ? wrong : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="staff-token"
      />
      <div className="buttons">
        <button type="submit" className="button button-main" data-testid="staff-sign-in">
          {submit}
        </button>
      </div>
    </form>
  );
}
