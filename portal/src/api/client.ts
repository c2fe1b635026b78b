/** The one place that speaks HTTP. Everything else calls the functions in `applicant.ts`, `operator.ts` and `open.ts`. */
import createClient, { type Client } from 'openapi-fetch';
import { currentLanguage } from '../i18n/language';
import { Problem } from './problem';
import type { paths } from './schema';

/** Uploads over a slow line take their time, but a request that hangs for longer than this will not come back. */
const longestRequestMillis = 60_000;

export type Api = Client<paths>;

/** How the token begins that a page sends beside the cookie of a session. The cookie itself is out of the page's reach. */
const besideCookie = 'nsx_';

/** Whether a credential stands for a session in a cookie, and is no key or token that opens anything alone. */
export function bySession(credential: string): boolean {
  return credential.startsWith(besideCookie);
}

/** @param credential the key, the session token, or what is sent beside a cookie; null for what is open to anyone */
export function api(credential: string | null): Api {
  const client = createClient<paths>({
    baseUrl: window.location.origin,
    // Looked up at each call, so that a test can put another one in its place.
    fetch: (request) => globalThis.fetch(request),
  });
  client.use({
    onRequest({ request }) {
      request.headers.set('Accept-Language', currentLanguage());
      if (credential !== null) {
        if (bySession(credential)) {
          request.headers.set('X-CSRF-Token', credential);
        } else {
          request.headers.set('Authorization', `Bearer ${credential}`);
        }
      }
      return request;
    },
  });
  return client;
}

/** A signal that ends with the caller's, or when the request has taken too long. */
export function patient(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(longestRequestMillis)]);
}

/** The body of a success, or the problem thrown. */
export async function answer<T>(
  request: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await request;
  if (!response.ok) {
    throw Problem.of(response, error);
  }
  if (data === undefined || data === null) {
    throw Problem.of(response, null);
  }
  return data;
}

/** Waits for a success that has nothing to say, or throws the problem. */
export async function done(request: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await request;
  if (!response.ok) {
    throw Problem.of(response, error);
  }
}
