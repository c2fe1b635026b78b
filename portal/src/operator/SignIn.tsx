import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDemo } from '../home/useDemo';
import { Field } from '../ui/Field';

interface Props {
  /** The last key was not accepted. */
  rejected: boolean;
  onKey: (key: string) => void;
}

export function SignIn({ rejected, onKey }: Props) {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const demo = useDemo();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (key.trim() !== '') {
      onKey(key.trim());
    }
  };
  return (
    <form className="panel sign-in" onSubmit={submit} data-testid="operator-sign-in-form">
      <h2>{t('operator.signIn.title')}</h2>
      <p>{t('operator.signIn.text')}</p>
      <Field
        label={t('operator.signIn.key')}
        type="password"
        value={key}
        onValue={setKey}
        error={rejected && key === '' ? t('operator.signIn.wrong') : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="operator-key"
      />
      <div className="buttons">
        <button type="submit" className="button button-main" data-testid="operator-sign-in">
          {t('operator.signIn.submit')}
        </button>
        {demo !== null && (
          <button
            type="button"
            className="button"
            onClick={() => onKey(demo.operator.apiKey)}
            data-testid="operator-demo-key"
          >
            {t('operator.signIn.demo')}
          </button>
        )}
      </div>
    </form>
  );
}
