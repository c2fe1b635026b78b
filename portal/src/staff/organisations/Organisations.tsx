import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffCasesApi } from '../../api/staffCases';
import type { OrganisationEntry } from '../../api/types';
import { Done } from '../../ui/Done';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { Time } from '../../ui/Time';
import { useFetched } from '../../ui/useFetched';
import { OrganisationAtHand } from './OrganisationAtHand';

/** Organisations that wait until somebody has seen that a person may act for them. The list names none. */
export function Organisations({ api }: { api: StaffCasesApi }) {
  const { t } = useTranslation();
  const [atHand, setAtHand] = useState<OrganisationEntry | null>(null);
  const [decided, setDecided] = useState(false);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.organisations(signal), [api]),
  );
  if (atHand !== null) {
    const close = (done: boolean) => {
      setAtHand(null);
      setDecided(done);
      refresh();
    };
    return (
      <OrganisationAtHand
        api={api}
        id={atHand.id}
        onClose={() => close(false)}
        onDecided={() => close(true)}
      />
    );
  }
  return (
    <section className="panel" aria-labelledby="organisations-title">
      <h2 id="organisations-title">{t('staff.tab.organisations')}</h2>
      <p className="quiet">{t('organisations.staff.lead')}</p>
      {decided && <Done>{t('organisations.staff.decided')}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('organisations.staff.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('organisations.staff.empty')}</p>}
      <ul className="rows">
        {value?.map((one) => (
          <li key={one.id} className="row" data-testid="organisation-waiting">
            <span>{t('organisations.staff.one', { country: one.country })}</span>
            <Time at={one.registeredAt} />
            <span className="row-do">
              <button
                type="button"
                className="button button-small"
                onClick={() => setAtHand(one)}
                data-testid="organisation-look"
              >
                {t('organisations.staff.look')}
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
