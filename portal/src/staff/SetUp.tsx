import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation } from '../api/signIn';
import type { StaffInvitationOpened, StaffReady } from '../api/types';
import { CopyButton } from '../ui/CopyButton';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { QrCode } from '../ui/QrCode';
import { useAction } from '../ui/useAction';
import { NewPassword, shortestPassword } from './NewPassword';

interface Props {
  token: string;
  invited: StaffInvitationOpened;
  onReady: (ready: StaffReady) => void;
}

/** The password, and the device whose codes are asked for beside it. The QR code is drawn here; nobody else is told of it. */
export function SetUp({ token, invited, onReady }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const accept = useAction(async (signal) => onReady(await acceptInvitation(token, password, code, signal)));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (password.length >= shortestPassword && code.trim() !== '') {
      void accept.run();
    }
  };
  const roles = invited.roles.map((role) => t(`staff.role.${role}`)).join(' · ');
  return (
    <form className="set-up" onSubmit={submit} noValidate>
      <p className="lead">
        {t('signIn.invitation.hello', { name: invited.name, operator: invited.operator, roles })}
      </p>
      <Field
        label={t('signIn.number')}
        hint={t('signIn.invitation.numberHint')}
        value={invited.number}
        onValue={() => undefined}
        readOnly
        autoComplete="username"
        data-testid="invitation-number"
      />
      <NewPassword value={password} onValue={setPassword} tried={tried} />
      <h2>{t('signIn.invitation.device')}</h2>
      <p>{t('signIn.invitation.deviceText')}</p>
      <QrCode text={invited.deviceUri} label={t('signIn.invitation.qr')} />
      <details>
        <summary>{t('signIn.invitation.noCamera')}</summary>
        <p className="secret" data-testid="device-secret">
          {invited.deviceSecret}
        </p>
        <CopyButton text={invited.deviceSecret} testId="copy-device-secret" />
      </details>
      <Field
        label={t('signIn.invitation.code')}
        value={code}
        onValue={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        error={tried && code.trim() === '' ? t('signIn.invitation.codeRequired') : undefined}
        data-testid="invitation-code"
      />
      <ActionNotice action={accept} />
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={accept.running}
          data-testid="invitation-accept"
        >
          {t('signIn.invitation.submit')}
        </button>
      </div>
    </form>
  );
}
