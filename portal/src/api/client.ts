/** The one place that speaks HTTP. Everything else calls the functions in `applicant.ts`, `operator.ts` and `open.ts`. */
import { namesake, type Namesake } from '@namesake/client';
import { currentLanguage } from '../i18n/language';
import { watchSession } from './sessionWatch';

export { answer, bySession, done, patient } from '@namesake/client';

export type Api = Namesake;

/** @param credential the key, the session token, or what is sent beside a cookie; null for what is open to anyone */
export function api(credential: string | null): Api {
  const client = namesake({
    baseUrl: window.location.origin,
    credential,
    language: currentLanguage,
    // Each call has its own: its page's end, or that it takes too long.
    deadlineMillis: null,
  });
  if (credential !== null) {
    client.use({ onResponse: ({ response }) => watchSession(credential, response) });
  }
  return client;
}
