import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';
import { Field } from '../ui/Field';
import { QrCode } from '../ui/QrCode';

interface Props {
  uri: string;
  secret: string;
  code: string;
  onCode: (code: string) => void;
  /** Whether somebody has tried to send it. */
  tried: boolean;
}

/** The secret for an authenticator app, and the code that shows that it got there. The QR code is drawn here; nobody else is told of it. */
export function AppSecret({ uri, secret, code, onCode, tried }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('signIn.invitation.deviceText')}</p>
      <QrCode text={uri} label={t('signIn.invitation.qr')} />
      <details>
        <summary>{t('signIn.invitation.noCamera')}</summary>
        <p className="secret" data-testid="device-secret">
          {secret}
        </p>
        <CopyButton text={secret} testId="copy-device-secret" />
      </details>
      <Field
        label={t('signIn.invitation.code')}
        value={code}
        onValue={onCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        error={tried && code.trim() === '' ? t('signIn.invitation.codeRequired') : undefined}
        data-testid="invitation-code"
      />
    </>
  );
}
