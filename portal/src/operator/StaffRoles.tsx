import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { StaffMember, StaffRole } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

export const staffRoles: readonly StaffRole[] = [
  'AGENT',
  'REVIEWER',
  'SECOND_REVIEWER',
  'SUPERVISOR',
  'AUDITOR',
  'ENGINEER',
];

interface ChoiceProps {
  legend: string;
  chosen: readonly StaffRole[];
  onChosen: (roles: readonly StaffRole[]) => void;
  /** The test id of each is this and the role. */
  testId: string;
}

/** Any number of roles, with what each does. */
export function ChooseRoles({ legend, chosen, onChosen, testId }: ChoiceProps) {
  const { t } = useTranslation();
  const change = (role: StaffRole, on: boolean) =>
    onChosen(staffRoles.filter((one) => (one === role ? on : chosen.includes(one))));
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {staffRoles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) => change(role, event.target.checked)}
            data-testid={`${testId}-${role}`}
          />
          <span>
            {t(`staff.role.${role}`)}
            <small>{t(`desk.staff.does.${role}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChangeProps {
  api: OperatorApi;
  member: StaffMember;
  onChanged: () => void;
}

/** Gives somebody other roles, which hold at once. */
export function ChangeRoles({ api, member, onChanged }: ChangeProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly StaffRole[]>(member.roles);
  const save = useAction(async (signal) => {
    await api.setRoles(member.id, [...chosen], signal);
    onChanged();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen.length > 0) {
      void save.run();
    }
  };
  const legend = t('desk.staff.changeRoles', { name: member.name });
  return (
    <details>
      <summary data-testid="staff-roles">{legend}</summary>
      <form onSubmit={submit}>
        <ChooseRoles legend={legend} chosen={chosen} onChosen={setChosen} testId="staff-has-role" />
        {chosen.length === 0 && (
          <p className="field-error" role="alert">
            {t('desk.staff.rolesRequired')}
          </p>
        )}
        <ActionNotice action={save} />
        <div className="buttons">
          <button
            type="submit"
            className="button button-small"
            disabled={save.running}
            data-testid="staff-roles-save"
          >
            {t('desk.staff.saveRoles')}
          </button>
        </div>
      </form>
    </details>
  );
}
