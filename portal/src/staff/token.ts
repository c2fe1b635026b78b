import { tabSecret } from '../ui/tabSecret';

/** The token of one of the operator's people. */
export const staffToken = tabSecret('namesake.staff-token');
