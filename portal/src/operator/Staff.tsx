import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { StaffCreated, StaffMember } from '../api/types';
import { CopyButton } from '../ui/CopyButton';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { Spinner } from '../ui/Spinner';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { NewStaff } from './NewStaff';

/** The operator's people: who has which roles. A token is shown once, when it is made. */
export function Staff({ api }: { api: OperatorApi }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<StaffCreated | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.staff(signal), [api]),
  );
  const added = (created: StaffCreated) => {
    setMade(created);
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
          <Member key={member.id} api={api} member={member} onRemoved={refresh} />
        ))}
      </ul>
      <div role="status">
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
  onRemoved: () => void;
}

function Member({ api, member, onRemoved }: MemberProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useAction(async (signal) => {
    await api.removeStaff(member.id, signal);
    onRemoved();
  });
  const { name } = member;
  return (
    <li className="member" data-testid="staff-row" data-name={name}>
      <strong>{name}</strong>
      <small>{member.roles.map((role) => t(`staff.role.${role}`)).join(' · ')}</small>
      {asking ? (
        <Question title={t('desk.staff.removeTitle', { name })} testId="staff-remove-question">
          <p>{t('desk.staff.removeText')}</p>
          <ActionNotice action={remove} />
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={remove.running}
              onClick={() => void remove.run()}
              data-testid="staff-remove-confirm"
            >
              {t('desk.staff.removeYes')}
            </button>
            <button type="button" className="button button-small" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </button>
          </div>
        </Question>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            onClick={() => setAsking(true)}
            data-testid="staff-remove"
          >
            {t('desk.staff.remove', { name })}
          </button>
        </div>
      )}
    </li>
  );
}
