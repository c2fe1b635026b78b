import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';

interface Props {
  value: string;
  onValue: (value: string) => void;
  testId: string;
}

/** The password that staff have. */
export function PasswordField({ value, onValue, testId }: Props) {
  const { t } = useTranslation();
  return (
    <Field
      label={t('signIn.password')}
      type="password"
      value={value}
      onValue={onValue}
      autoComplete="current-password"
      required
      data-testid={testId}
    />
  );
}

/** What their authenticator app shows now, or a recovery code. */
export function CodeField({ value, onValue, testId }: Props) {
  const { t } = useTranslation();
  return (
    <Field
      label={t('signIn.code')}
      hint={t('signIn.codeHint')}
      value={value}
      onValue={onValue}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      required
      data-testid={testId}
    />
  );
}
