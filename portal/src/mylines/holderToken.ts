import { tabSecret } from '../ui/tabSecret';

/** What lets a person see their own lines for a while. */
export const holderToken = tabSecret('namesake.holder-token');
