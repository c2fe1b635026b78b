import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { StaffApi } from '../../api/staff';
import type { ReviewCase, StaffMember, StaffRole } from '../../api/types';
import { known } from '../../i18n/known';
import { Done } from '../../ui/Done';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { Select } from '../../ui/Select';
import { Time } from '../../ui/Time';
import { useAction } from '../../ui/useAction';
import { useFetched } from '../../ui/useFetched';
import { useColleagues } from './useColleagues';

const deciders: readonly StaffRole[] = ['REVIEWER', 'AGENT'];

/** Cases about which two disagree; a supervisor names a third person, and decides nothing. */
export function Disagreements({ api, staff }: { api: ReviewsApi; staff: StaffApi }) {
  const { t } = useTranslation();
  const [named, setNamed] = useState<string | null>(null);
  const colleagues = useColleagues(staff, deciders);
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) =>
        (await api.queue(signal)).next.filter(({ state }) => state === 'DISPUTED'),
      [api],
    ),
  );
  const done = (who: string) => {
    setNamed(who);
    refresh();
  };
  return (
    <section className="panel" aria-labelledby="disagreements-title" data-testid="disagreements">
      <h2 id="disagreements-title">{t('training.third.title')}</h2>
      <p className="quiet">{t('training.third.text')}</p>
      {named !== null && <Done>{t('training.third.done', { name: named })}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {colleagues.problem !== null && (
        <ProblemNotice problem={colleagues.problem} retry={colleagues.refresh} />
      )}
      {value?.length === 0 && <p>{t('training.third.none')}</p>}
      <ul className="rows">
        {value?.map((one) => (
          <NameThird key={one.id} api={api} given={one} colleagues={colleagues.value ?? []} onDone={done} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  api: ReviewsApi;
  given: ReviewCase;
  colleagues: readonly StaffMember[];
  onDone: (name: string) => void;
}

function NameThird({ api, given, colleagues, onDone }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const assign = useAction(async (signal, who: StaffMember) => {
    await api.assign(given.id, who.id, signal);
    onDone(who.name);
  });
  const name = () => {
    const who = colleagues.find(({ id }) => id === chosen);
    setTried(who === undefined);
    if (who !== undefined) {
      void assign.run(who);
    }
  };
  return (
    <li className="member" data-testid="disagreement">
      <p>
        {given.reasons.map((reason) => known('reason', reason, reason)).join(' · ')}{' '}
        <span className="quiet">
          {t('cases.case.due')} <Time at={given.dueBy} />
        </span>
      </p>
      <Select
        label={t('training.third.who')}
        options={[
          { value: '', name: t('training.nobody') },
          ...colleagues.map((one) => ({ value: one.id, name: one.name })),
        ]}
        value={chosen}
        onValue={setChosen}
        error={tried && chosen === '' ? t('training.choose') : undefined}
        data-testid="third-person"
      />
      <ActionNotice action={assign} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={assign.running}
          onClick={name}
          data-testid="third-confirm"
        >
          {t('training.third.confirm')}
        </button>
      </div>
    </li>
  );
}
