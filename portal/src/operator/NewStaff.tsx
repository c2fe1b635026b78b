import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { StaffCreated, StaffInvitation, StaffRole } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { ChooseRoles } from './StaffRoles';

/** A link, and for whom. */
export interface Invited {
  name: string;
  invitation: StaffInvitation;
}

interface Props {
  api: OperatorApi;
  onAdded: (created: StaffCreated | null, invited: Invited | null) => void;
}

const ways = ['byInvitation', 'byToken'] as const;

/** Gives somebody a name, roles, and a way in: a link for a person, a token for a program. */
export function NewStaff({ api, onAdded }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly StaffRole[]>([]);
  const [way, setWay] = useState<(typeof ways)[number]>('byInvitation');
  const [tried, setTried] = useState(false);
  const add = useAction(async (signal) => {
    const given = name.trim();
    if (way === 'byToken') {
      onAdded(await api.addStaff(given, [...chosen], signal), null);
    } else {
      onAdded(null, { name: given, invitation: await api.inviteStaff(given, [...chosen], signal) });
    }
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
        <ChooseRoles
          legend={t('desk.staff.roles')}
          chosen={chosen}
          onChosen={setChosen}
          testId="staff-role"
        />
        {tried && chosen.length === 0 && (
          <p className="field-error" role="alert">
            {t('desk.staff.rolesRequired')}
          </p>
        )}
        <fieldset className="choices">
          <legend>{t('desk.staff.how')}</legend>
          {ways.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="way"
                checked={way === one}
                onChange={() => setWay(one)}
                data-testid={`staff-${one}`}
              />
              <span>
                {t(`desk.staff.${one}`)}
                <small>{t(`desk.staff.${one}Does`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
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
