import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../api/reviews';
import type { StaffApi } from '../api/staff';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';
import { Disputes } from './Disputes';
import { AttendedCheck } from './review/AttendedCheck';
import { QueueNumbers } from './review/QueueNumbers';
import { Reviews } from './review/Reviews';
import { Paper } from './Paper';
import { tabsOf, type Tab } from './tabs';

interface Props {
  reviews: ReviewsApi;
  api: StaffApi;
  signOut: (because: 'rejected') => void;
}

/** The parts of the desk that the roles of this person have. */
export function StaffDesk({ api, reviews, signOut }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Tab | null>(null);
  const {
    value: self,
    problem,
    refresh,
  } = useFetched(useCallback((signal: AbortSignal) => api.self(signal), [api]));
  const notOurs = problem?.status === 401;
  useEffect(() => {
    if (notOurs) {
      signOut('rejected');
    }
  }, [notOurs, signOut]);

  if (self === null) {
    return problem === null ? (
      <Spinner>{t('staff.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  const tabs = tabsOf(self.roles);
  const tab = chosen ?? tabs[0];
  return (
    <>
      <p className="quiet no-print" data-testid="staff-self">
        {t('staff.welcome', { name: self.name })}{' '}
        {self.roles.map((role) => t(`staff.role.${role}`)).join(' · ')}
      </p>
      {tabs.length > 1 && (
        <nav className="filter no-print" aria-label={t('staff.tabs')}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={tab === one}
              onClick={() => setChosen(one)}
              data-testid={`staff-tab-${one}`}
            >
              {one === 'disputes' || one === 'paper' ? t(`staff.tab.${one}`) : t(`cases.tab.${one}`)}
            </button>
          ))}
        </nav>
      )}
      {tab === undefined && <p>{t('staff.nothing')}</p>}
      {tab === 'review' && <Reviews api={reviews} />}
      {tab === 'attended' && <AttendedCheck api={reviews} />}
      {tab === 'queue' && <QueueNumbers api={reviews} />}
      {tab === 'disputes' && <Disputes api={api} mayDecide={self.roles.includes('REVIEWER')} />}
      {tab === 'paper' && <Paper api={api} />}
    </>
  );
}
