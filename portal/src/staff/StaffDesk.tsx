import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReviewsApi } from '../api/reviews';
import type { StaffApi } from '../api/staff';
import type { StaffCasesApi } from '../api/staffCases';
import { DeskTabs, useDeskTab } from '../ui/DeskTabs';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';
import { Account } from './Account';
import { Colleagues } from './Colleagues';
import { Disputes } from './Disputes';
import { Organisations } from './organisations/Organisations';
import { Paper } from './Paper';
import { RemediationQueue } from './remediation/RemediationQueue';
import { AttendedCheck } from './review/AttendedCheck';
import { Disagreements } from './review/Disagreements';
import { QueueNumbers } from './review/QueueNumbers';
import { Reviews } from './review/Reviews';
import { Training } from './review/Training';
import { tabsOf, type Tab } from './tabs';

/** What the desk asks, all as the same person. */
export interface DeskApis {
  staff: StaffApi;
  reviews: ReviewsApi;
  cases: StaffCasesApi;
}

/** The parts of the desk that the roles of this person have. */
export function StaffDesk({ apis }: { apis: DeskApis }) {
  const { t } = useTranslation();
  const api = apis.staff;
  const {
    value: self,
    problem,
    refresh,
  } = useFetched(useCallback((signal: AbortSignal) => api.self(signal), [api]));
  const tabs = tabsOf(self?.roles ?? [], self !== null && api.bySession);
  const [tab, choose] = useDeskTab(tabs);

  if (self === null) {
    return problem === null ? (
      <Spinner>{t('staff.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  const name = (one: Tab) =>
    one === 'review' || one === 'attended' || one === 'queue' ? t(`cases.tab.${one}`) : t(`staff.tab.${one}`);
  const { roles } = self;
  return (
    <>
      <p className="quiet no-print" data-testid="staff-self">
        {t('staff.welcome', { name: self.name })} {roles.map((role) => t(`staff.role.${role}`)).join(' · ')}
      </p>
      <DeskTabs
        label={t('staff.tabs')}
        tabs={tabs}
        chosen={tab}
        onChoose={choose}
        name={name}
        testId="staff-tab"
      />
      {(roles.includes('AUDITOR') || roles.includes('SUPERVISOR')) && (
        <p className="no-print">
          <Link to="/transparency">{t('privacy.transparency.title')}</Link> ·{' '}
          <Link to="/audit">{t('audit.title')}</Link>
        </p>
      )}
      {tab === undefined && <p>{t('staff.nothing')}</p>}
      {tab === 'review' && <Reviews api={apis.reviews} />}
      {tab === 'attended' && <AttendedCheck api={apis.reviews} />}
      {tab === 'queue' && (
        <>
          <QueueNumbers api={apis.reviews} />
          {roles.includes('SUPERVISOR') && <Disagreements api={apis.reviews} staff={api} />}
        </>
      )}
      {tab === 'training' && <Training api={apis.reviews} staff={api} />}
      {tab === 'remediation' && <RemediationQueue api={apis.cases} mayDecide={roles.includes('REVIEWER')} />}
      {tab === 'organisations' && <Organisations api={apis.cases} />}
      {tab === 'disputes' && <Disputes api={api} mayDecide={roles.includes('REVIEWER')} />}
      {tab === 'people' && <Colleagues api={api} />}
      {tab === 'paper' && <Paper api={api} />}
      {tab === 'account' && <Account api={api} />}
    </>
  );
}
