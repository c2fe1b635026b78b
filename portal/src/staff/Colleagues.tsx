import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { StaffInvitation, StaffMember } from '../api/types';
import { InvitationLink } from '../ui/InvitationLink';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { Spinner } from '../ui/Spinner';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';

/** For supervisors: who works here, and help for whoever lost their device. */
export function Colleagues({ api }: { api: StaffApi }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.colleagues(signal), [api]),
  );
  return (
    <section className="panel" aria-labelledby="colleagues-title">
      <h2 id="colleagues-title">{t('signIn.colleagues.title')}</h2>
      <p className="quiet">{t('signIn.colleagues.lead')}</p>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('desk.staff.loading')}</Spinner>}
      <ul className="rows">
        {value?.map((member) => (
          <Colleague key={member.id} api={api} member={member} />
        ))}
      </ul>
    </section>
  );
}

/** Supervisors and auditors get theirs from the operator. */
function mayHelp({ roles, signIn }: StaffMember): boolean {
  return signIn !== 'TOKEN' && !roles.includes('SUPERVISOR') && !roles.includes('AUDITOR');
}

function Colleague({ api, member }: { api: StaffApi; member: StaffMember }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<StaffInvitation | null>(null);
  const renew = useAction(async (signal) => {
    setMade(await api.renewInvitation(member.id, signal));
    setAsking(false);
  });
  const { name } = member;
  return (
    <li className="member" data-testid="colleague" data-name={name}>
      <strong>{name}</strong>
      <small>{member.roles.map((role) => t(`staff.role.${role}`)).join(' · ')}</small>
      {asking && (
        <Question title={t('signIn.renew.title', { name })} testId="renew-question">
          <p>{t('signIn.renew.text')}</p>
          <ActionNotice action={renew} />
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={renew.running}
              onClick={() => void renew.run()}
              data-testid="renew-confirm"
            >
              {t('signIn.renew.yes')}
            </button>
            <button type="button" className="button button-small" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </button>
          </div>
        </Question>
      )}
      {!asking && mayHelp(member) && (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            onClick={() => setAsking(true)}
            data-testid="renew"
          >
            {t('signIn.renew.open', { name })}
          </button>
        </div>
      )}
      <div role="status">{made !== null && <InvitationLink invitation={made} name={name} />}</div>
    </li>
  );
}
