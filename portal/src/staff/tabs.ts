import type { StaffRole } from '../api/types';

export type Tab =
  | 'review'
  | 'disputes'
  | 'remediation'
  | 'organisations'
  | 'attended'
  | 'paper'
  | 'queue'
  | 'training'
  | 'people'
  | 'account';

const tabs: readonly { tab: Tab; roles: readonly StaffRole[] }[] = [
  { tab: 'review', roles: ['REVIEWER'] },
  { tab: 'attended', roles: ['AGENT'] },
  { tab: 'queue', roles: ['SUPERVISOR', 'AUDITOR'] },
  { tab: 'disputes', roles: ['REVIEWER', 'SUPERVISOR'] },
  { tab: 'remediation', roles: ['REVIEWER', 'SUPERVISOR'] },
  { tab: 'organisations', roles: ['REVIEWER'] },
  { tab: 'training', roles: ['SUPERVISOR'] },
  { tab: 'people', roles: ['SUPERVISOR'] },
  { tab: 'paper', roles: ['AGENT'] },
];

/**
 * What somebody with these roles has to do. The server asks for the role again, whatever is shown.
 *
 * @param bySession whether they signed in by themselves, and have a password and sessions
 */
export function tabsOf(roles: readonly StaffRole[], bySession: boolean): Tab[] {
  const ofRoles = tabs.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ tab }) => tab);
  return bySession ? [...ofRoles, 'account'] : ofRoles;
}
