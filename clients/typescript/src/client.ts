/** A client of one server, as one caller. */
import createClient, { type Client } from 'openapi-fetch';
import { patient } from './answers.js';
import type { paths } from './schema.js';

/** One method for each HTTP method; its first argument is a path of the API, and everything else follows from that. */
export type Namesake = Client<paths>;

/** What is not known beforehand may be a function, which is asked at each call. */
export type Asked<T> = T | (() => T | Promise<T>);

export interface NamesakeOptions {
  /** Where the server listens, without `/v1`. */
  baseUrl: string;
  /**
   * An operator's API key, a session's or staff token, an access token, or what is sent beside the cookie of a session
   * (`nsx_...`, in a browser only). Without one, only what is open to anyone can be asked.
   */
  credential?: Asked<string | null>;
  /** Of sentences for people, `en` or `zh-CN`. */
  language?: Asked<string>;
  /** How long a call may take as a whole, 60 s unless said otherwise; null for calls that bring a signal of their own. */
  deadlineMillis?: number | null;
}

/** How the token begins that a page sends beside the cookie of a session. The cookie itself is out of the page's reach. */
const besideCookie = 'nsx_';

/** Whether a credential stands for a session in a cookie, and is no key or token that opens anything alone. */
export function bySession(credential: string): boolean {
  return credential.startsWith(besideCookie);
}

export function namesake(options: NamesakeOptions): Namesake {
  const { baseUrl, credential = null, language, deadlineMillis } = options;
  const client = createClient<paths>({
    baseUrl,
    // Looked up at each call, so that a test can put another one in its place.
    fetch: (request) =>
      deadlineMillis === null
        ? globalThis.fetch(request)
        : globalThis.fetch(request, { signal: patient(request.signal, deadlineMillis) }),
  });
  client.use({
    async onRequest({ request }) {
      if (language !== undefined) {
        request.headers.set('Accept-Language', await now(language));
      }
      const shown = await now(credential);
      if (shown !== null) {
        if (bySession(shown)) {
          request.headers.set('X-CSRF-Token', shown);
        } else {
          request.headers.set('Authorization', `Bearer ${shown}`);
        }
      }
      return request;
    },
  });
  return client;
}

function now<T extends string | null>(asked: Asked<T>): T | Promise<T> {
  return typeof asked === 'function' ? (asked as () => T | Promise<T>)() : asked;
}
