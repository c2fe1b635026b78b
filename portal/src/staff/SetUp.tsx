import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, beginInvitationPasskey, type Chosen } from '../api/signIn';
import type { StaffInvitationOpened, StaffReady } from '../api/types';
import { Choices } from '../ui/Choices';
import { knowsPasskeys, makePasskey } from '../ui/credentials';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { AppSecret } from './AppSecret';
import { NewPassword, shortestPassword } from './NewPassword';

interface Props {
  token: string;
  invited: StaffInvitationOpened;
  onReady: (ready: StaffReady) => void;
}

const factors = ['passkey', 'app'] as const;

/** The password, and what is asked for beside it: a passkey, where the browser makes one, or an authenticator app. */
export function SetUp({ token, invited, onReady }: Props) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [factor, setFactor] = useState<(typeof factors)[number]>(knowsPasskeys() ? 'passkey' : 'app');
  const [label, setLabel] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [unmade, setUnmade] = useState<'cancelled' | 'present' | 'failed' | null>(null);
  const accept = useAction(async (signal) => {
    setUnmade(null);
    let chosen: Chosen = { code };
    if (factor === 'passkey') {
      const { ceremonyId, publicKey } = await beginInvitationPasskey(token, signal);
      const answer = await makePasskey(publicKey, signal);
      if (answer.kind !== 'answered') {
        setUnmade(answer.kind);
        return;
      }
      const word = label.trim() === '' ? null : label.trim();
      chosen = { passkey: { ceremonyId, credential: answer.credential, label: word } };
    }
    onReady(await acceptInvitation(token, password, chosen, signal));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (password.length >= shortestPassword && (factor === 'passkey' || code.trim() !== '')) {
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
      {knowsPasskeys() && (
        <Choices
          legend={t('signIn.factor.choose')}
          options={factors}
          chosen={factor}
          onChoose={setFactor}
          testId="factor"
        >
          {(option) => t(`signIn.factor.${option}`)}
        </Choices>
      )}
      {factor === 'passkey' ? (
        <>
          <p>{t('signIn.passkey.what')}</p>
          <Field
            label={t('passkeys.label')}
            hint={t('signIn.passkey.labelHint')}
            value={label}
            onValue={setLabel}
            maxLength={60}
            autoComplete="off"
            data-testid="staff-passkey-label"
          />
          {unmade !== null && (
            <p role="status" data-testid="staff-passkey-unmade">
              {t(`signIn.passkey.unmade.${unmade}`)}
            </p>
          )}
        </>
      ) : (
        <AppSecret
          uri={invited.deviceUri}
          secret={invited.deviceSecret}
          code={code}
          onCode={setCode}
          tried={tried}
        />
      )}
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
