/** Tells whoever holds a key, a token or a session when it was used, and when the server does not know it any more. */
import { Problem } from './problem';

type Listener = (credential: string) => void;

const atUse = new Set<Listener>();
const atEnd = new Set<Listener>();

/** @returns stops listening */
export function onSessionUse(listener: Listener): () => void {
  atUse.add(listener);
  return () => void atUse.delete(listener);
}

/** @returns stops listening */
export function onSessionEnd(listener: Listener): () => void {
  atEnd.add(listener);
  return () => void atEnd.delete(listener);
}

export function tellEnd(credential: string): void {
  atEnd.forEach((listener) => listener(credential));
}

/** Looks at an answer, whichever request it answers, and leaves its body to be read by that request. */
export async function watchSession(credential: string, response: Response): Promise<void> {
  // A wrong password is a 401 as well, and ends nothing.
  if (response.status === 401 && (await codeOf(response.clone())) === 'not-authenticated') {
    tellEnd(credential);
  } else {
    atUse.forEach((listener) => listener(credential));
  }
}

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  return Problem.of(response, body).code;
}
