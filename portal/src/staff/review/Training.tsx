import type { ReviewsApi } from '../../api/reviews';
import type { StaffApi } from '../../api/staff';
import { Seeds } from './Seeds';
import { Skills } from './Skills';

/** What a supervisor does so that decisions stay good. */
export function Training({ api, staff }: { api: ReviewsApi; staff: StaffApi }) {
  return (
    <div className="desk desk-even">
      <Skills api={api} staff={staff} />
      <Seeds api={api} />
    </div>
  );
}
