import { useCallback } from 'react';
import type { StaffApi } from '../../api/staff';
import type { StaffMember, StaffRole } from '../../api/types';
import { useFetched, type Fetched } from '../../ui/useFetched';

/** Who works here with one of these roles. @param roles must stay the same array */
export function useColleagues(staff: StaffApi, roles: readonly StaffRole[]): Fetched<StaffMember[]> {
  return useFetched(
    useCallback(
      async (signal: AbortSignal) =>
        (await staff.colleagues(signal)).filter((one) => roles.some((role) => one.roles.includes(role))),
      [staff, roles],
    ),
  );
}
