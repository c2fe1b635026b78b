import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';

/** The server says whether a password would be guessed soon; this much can be said before it is asked. */
export const shortestPassword = 12;

interface Props {
  value: string;
  onValue: (password: string) => void;
  /** Whether somebody has tried to send it. */
  tried: boolean;
}

/** A password that is chosen: typed once, and shown to whoever wants to see what they typed. */
export function NewPassword({ value, onValue, tried }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field
        label={t('signIn.newPassword')}
        hint={t('signIn.newPasswordHint')}
        type={shown ? 'text' : 'password'}
        value={value}
        onValue={onValue}
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={128}
        error={tried && value.length < shortestPassword ? t('signIn.newPasswordShort') : undefined}
        data-testid="new-password"
      />
      <label className="check">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
          data-testid="show-password"
        />
        <span>{t('signIn.showPassword')}</span>
      </label>
    </>
  );
}
