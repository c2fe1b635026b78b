import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { StaffApi } from '../../api/staff';
import type { ReviewSkill, StaffMember, StaffRole } from '../../api/types';
import { Done } from '../../ui/Done';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { Select } from '../../ui/Select';
import { useAction } from '../../ui/useAction';
import { useColleagues } from './useColleagues';

const reviewers: readonly StaffRole[] = ['REVIEWER'];
const skills: readonly ReviewSkill[] = ['GENERAL', 'CHIP', 'PRINTED', 'CHINESE_DOCUMENT'];

/** Which cases a reviewer is given. Of whom nothing was said yet, they take any. */
export function Skills({ api, staff }: { api: ReviewsApi; staff: StaffApi }) {
  const { t } = useTranslation();
  const { value: colleagues, problem, refresh } = useColleagues(staff, reviewers);
  const [who, setWho] = useState('');
  const [chosen, setChosen] = useState<readonly ReviewSkill[]>(skills);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const set = useAction(async (signal, member: StaffMember) => {
    setSaid(null);
    await api.setSkills(member.id, [...chosen], signal);
    setSaid(member.name);
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const member = colleagues?.find(({ id }) => id === who);
    setTried(member === undefined);
    if (member !== undefined) {
      void set.run(member);
    }
  };
  const change = (skill: ReviewSkill, on: boolean) =>
    setChosen(skills.filter((one) => (one === skill ? on : chosen.includes(one))));
  return (
    <form className="panel" onSubmit={submit} noValidate data-testid="skills">
      <h2>{t('training.skills.title')}</h2>
      <p className="quiet">{t('training.skills.text')}</p>
      {said !== null && <Done>{t('training.skills.done', { name: said })}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      <Select
        label={t('training.skills.who')}
        options={[
          { value: '', name: t('training.nobody') },
          ...(colleagues ?? []).map(({ id, name }) => ({ value: id, name })),
        ]}
        value={who}
        onValue={setWho}
        error={tried && who === '' ? t('training.choose') : undefined}
        data-testid="skills-who"
      />
      <fieldset className="choices">
        <legend>{t('training.skills.which')}</legend>
        {skills.map((skill) => (
          <label key={skill}>
            <input
              type="checkbox"
              checked={chosen.includes(skill)}
              onChange={(event) => change(skill, event.target.checked)}
              data-testid={`skill-${skill}`}
            />
            <span>{t(`training.skill.${skill}`)}</span>
          </label>
        ))}
      </fieldset>
      {chosen.length === 0 && <p className="field-warning">{t('training.skills.none')}</p>}
      <ActionNotice action={set} />
      <div className="buttons">
        <button type="submit" className="button" disabled={set.running} data-testid="skills-set">
          {t('training.skills.set')}
        </button>
      </div>
    </form>
  );
}
