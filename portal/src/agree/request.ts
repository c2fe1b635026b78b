import { tabSecret } from '../ui/tabSecret';

/** The handle of the request that a program sent this browser with; it waits here while its person signs in. */
export const waitingRequest = tabSecret('namesake.authorization');

/** Sends the browser on, out of this page. */
export function goTo(address: string): void {
  window.location.assign(address);
}
