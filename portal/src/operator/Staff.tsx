import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { StaffCreated, StaffInvitation, StaffMember } from '../api/types';
import { CopyButton } from '../ui/CopyButton';
import { InvitationLink } from '../ui/InvitationLink';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { Spinner } from '../ui/Spinner';
import { useAction, type Action } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { NewStaff, type Invited } from './NewStaff';
import { ChangeRoles } from './StaffRoles';

/** The operator's people: who has which roles. A link or a token is shown once, when it is made. */
export function Staff({ api }: { api: OperatorApi }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<StaffCreated | null>(null);
  const [invited, setInvited] = useState<Invited | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.staff(signal), [api]),
  );
  const added = (created: StaffCreated | null, invitation: Invited | null) => {
    setMade(created);
    setInvited(invitation);
    refresh();
  };
  return (
    <section className="panel" aria-labelledby="staff-title">
      <h2 id="staff-title">{t('desk.staff.title')}</h2>
      <p className="quiet">{t('desk.staff.lead')}</p>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('desk.staff.loading')}</Spinner>}
      {value?.length === 0 && <p className="quiet">{t('desk.staff.empty')}</p>}
      <ul className="rows">
        {value?.map((member) => (
          <Member
            key={member.id}
            api={api}
            member={member}
            onChanged={refresh}
            onInvited={(invitation) => added(null, { name: member.name, invitation })}
          />
        ))}
      </ul>
      <div role="status">
        {invited !== null && <InvitationLink invitation={invited.invitation} name={invited.name} />}
        {made !== null && (
          <div className="once">
            <h3>{t('desk.staff.token', { name: made.member.name })}</h3>
            <p>{t('desk.staff.tokenText')}</p>
            <p className="secret" data-testid="staff-new-token">
              {made.token}
            </p>
            <CopyButton text={made.token} testId="copy-staff-token" />
          </div>
        )}
      </div>
      <NewStaff api={api} onAdded={added} />
    </section>
  );
}

interface MemberProps {
  api: OperatorApi;
  member: StaffMember;
  onChanged: () => void;
  onInvited: (invitation: StaffInvitation) => void;
}

function Member({ api, member, onChanged, onInvited }: MemberProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'remove' | 'renew' | null>(null);
  const remove = useAction(async (signal) => {
    await api.removeStaff(member.id, signal);
    onChanged();
  });
  const renew = useAction(async (signal) => {
    onInvited(await api.renewInvitation(member.id, signal));
    setAsking(null);
  });
  const { name } = member;
  return (
    <li className="member" data-testid="staff-row" data-name={name}>
      <strong>{name}</strong>
      <small>{member.roles.map((role) => t(`staff.role.${role}`)).join(' · ')}</small>
      <small>{t(`signIn.state.${member.signIn}`, { number: member.number ?? '' })}</small>
      {asking === 'remove' && (
        <Question title={t('desk.staff.removeTitle', { name })} testId="staff-remove-question">
          <p>{t('desk.staff.removeText')}</p>
          <ActionNotice action={remove} />
          <Answers
            yes={t('desk.staff.removeYes')}
            action={remove}
            onNo={() => setAsking(null)}
            testId="staff-remove-confirm"
          />
        </Question>
      )}
      {asking === 'renew' && (
        <Question title={t('signIn.renew.title', { name })} testId="renew-question">
          <p>{t('signIn.renew.text')}</p>
          <ActionNotice action={renew} />
          <Answers
            yes={t('signIn.renew.yes')}
            action={renew}
            onNo={() => setAsking(null)}
            testId="renew-confirm"
          />
        </Question>
      )}
      {asking === null && (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            onClick={() => setAsking('renew')}
            data-testid="renew"
          >
            {t('signIn.renew.open', { name })}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => setAsking('remove')}
            data-testid="staff-remove"
          >
            {t('desk.staff.remove', { name })}
          </button>
        </div>
      )}
      <ChangeRoles api={api} member={member} onChanged={onChanged} />
    </li>
  );
}

interface AnswersProps {
  yes: string;
  action: Action<[]>;
  onNo: () => void;
  testId: string;
}

function Answers({ yes, action, onNo, testId }: AnswersProps) {
  const { t } = useTranslation();
  return (
    <div className="buttons">
      <button
        type="button"
        className="button button-small"
        disabled={action.running}
        onClick={() => void action.run()}
        data-testid={testId}
      >
        {yes}
      </button>
      <button type="button" className="button button-small" onClick={onNo}>
        {t('action.cancel')}
      </button>
    </div>
  );
}
