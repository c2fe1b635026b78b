import type { StaffRole } from '../api/types';

export type Tab =
  'review' | 'disputes' | 'remediation' | 'organisations' | 'attended' | 'paper' | 'queue' | 'training';

const tabs: readonly { tab: Tab; roles: readonly StaffRole[] }[] = [
  { tab: 'review', roles: ['REVIEWER'] },
  { tab: 'attended', roles: ['AGENT'] },
  { tab: 'queue', roles: ['SUPERVISOR', 'AUDITOR'] },
  { tab: 'disputes', roles: ['REVIEWER', 'SUPERVISOR'] },
  { tab: 'remediation', roles: ['REVIEWER', 'SUPERVISOR'] },
  { tab: 'organisations', roles: ['REVIEWER'] },
  { tab: 'training', roles: ['SUPERVISOR'] },
  { tab: 'paper', roles: ['AGENT'] },
];

/** What somebody with these roles has to do. The server asks for the role again, whatever is shown. */
export function tabsOf(roles: readonly StaffRole[]): Tab[] {
  return tabs.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ tab }) => tab);
}
