/** What an operation of `openapi-fetch` gives, as a value or a thrown {@link Problem}. */
import { Problem } from './problem.js';

/** Uploads over a slow line take their time, but a request that hangs for longer than this will not come back. */
const longestRequestMillis = 60_000;

/** A signal that ends with the caller's, or when the request has taken too long. */
export function patient(signal: AbortSignal, millis: number = longestRequestMillis): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(millis)]);
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
