import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { StaffCreated, StaffRole } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

const roles: readonly StaffRole[] = ['AGENT', 'REVIEWER', 'SUPERVISOR', 'AUDITOR', 'ENGINEER'];

interface Props {
  api: OperatorApi;
  onAdded: (created: StaffCreated) => void;
}

/** Gives somebody a name, roles and a token. */
export function NewStaff({ api, onAdded }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly StaffRole[]>([]);
  const [tried, setTried] = useState(false);
  const add = useAction(async (signal) => {
    onAdded(await api.addStaff(name.trim(), [...chosen], signal));
    setName('');
    setChosen([]);
    setTried(false);
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && chosen.length > 0) {
      void add.run();
    }
  };
  const change = (role: StaffRole, on: boolean) =>
    setChosen(roles.filter((one) => (one === role ? on : chosen.includes(one))));
  return (
    <details>
      <summary data-testid="staff-add">{t('desk.staff.add')}</summary>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('desk.staff.name')}
          value={name}
          onValue={setName}
          maxLength={100}
          autoComplete="off"
          error={tried && name.trim() === '' ? t('desk.staff.nameRequired') : undefined}
          data-testid="staff-name"
        />
        <fieldset className="choices">
          <legend>{t('desk.staff.roles')}</legend>
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={chosen.includes(role)}
                onChange={(event) => change(role, event.target.checked)}
                data-testid={`staff-role-${role}`}
              />
              <span>
                {t(`staff.role.${role}`)}
                <small>{t(`desk.staff.does.${role}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {tried && chosen.length === 0 && (
          <p className="field-error" role="alert">
            {t('desk.staff.rolesRequired')}
          </p>
        )}
        <ActionNotice action={add} />
        <div className="buttons">
          <button type="submit" className="button" disabled={add.running} data-testid="staff-submit">
            {t('desk.staff.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
