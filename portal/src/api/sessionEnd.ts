/** Tells whoever holds a key, a token or a session that the server does not know it any more. */
import { Problem } from './problem';

type Listener = (credential: string) => void;

const listeners = new Set<Listener>();

/** @returns stops listening */
export function onSessionEnd(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Looks at an answer, whichever request it answers, and leaves its body to be read by that request. */
export async function noticeEnd(credential: string, response: Response): Promise<void> {
  // A wrong password is a 401 as well, and ends nothing.
  if (response.status === 401 && (await codeOf(response.clone())) === 'not-authenticated') {
    listeners.forEach((listener) => listener(credential));
  }
}

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  return Problem.of(response, body).code;
}
