import type { OpenedVisit } from '../api/holder';
import { tabSecret, type TabSecret } from '../ui/tabSecret';

/** How long a visit lives unused where the server did not say. */
const usualIdleMillis = 15 * 60_000;

const token = tabSecret('namesake.holder-token');
const idle = tabSecret('namesake.holder-idle-millis');

/** What lets a person see their own lines for a while. */
export const holderToken: TabSecret = {
  ...token,
  forget() {
    token.forget();
    idle.forget();
  },
};

export function keepVisit(visit: OpenedVisit): void {
  token.keep(visit.token);
  if (visit.idleMillis === null) {
    idle.forget();
  } else {
    idle.keep(String(visit.idleMillis));
  }
}

/** How long the visit of this tab lives unused. */
export function visitIdleMillis(): number {
  const kept = Number(idle.read());
  return kept > 0 ? kept : usualIdleMillis;
}
