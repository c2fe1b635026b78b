import { tabSecret } from '../ui/tabSecret';

/** The operator's API key. */
export const operatorKey = tabSecret('namesake.operator-key');
