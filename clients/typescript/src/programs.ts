/** How a program gets its access tokens (OAuth 2.1, client credentials). Not for browsers: the secret stays on a server. */
import { patient } from './answers.js';
import { Problem } from './problem.js';

/** A new token is asked for this long before the old one ends. */
const beforeTheEndMillis = 30_000;

export interface ProgramOptions {
  /** Where the server listens. */
  baseUrl: string;
  clientId: string;
  secret: string;
  /** What the tokens are to be good for; without them, all that the API client has. */
  scopes?: readonly string[];
}

interface Token {
  text: string;
  renewAt: number;
}

/**
 * Gives a good access token each time it is called, to be used as `credential` of a client; asks the server only when it must.
 * Callers that come at the same time share one question.
 */
export function programToken(options: ProgramOptions): () => Promise<string> {
  let token: Promise<Token> | null = null;
  return async () => {
    const known = token;
    if (known !== null) {
      const { text, renewAt } = await known;
      if (Date.now() < renewAt) {
        return text;
      }
    }
    // Somebody else may have asked meanwhile.
    if (token === known) {
      token = ask(options).catch((thrown: unknown) => {
        token = null;
        throw thrown;
      });
    }
    return (await (token as Promise<Token>)).text;
  };
}

async function ask({ baseUrl, clientId, secret, scopes }: ProgramOptions): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  });
  if (scopes !== undefined) {
    body.set('scope', scopes.join(' '));
  }
  const response = await globalThis.fetch(new URL('/oauth2/token', baseUrl), {
    method: 'POST',
    body,
    redirect: 'error',
    signal: patient(new AbortController().signal),
  });
  const said = (await response.json().catch(() => null)) as Record<string, unknown> | null;
  const text = said?.['access_token'];
  const seconds = said?.['expires_in'];
  if (!response.ok || typeof text !== 'string' || typeof seconds !== 'number') {
    throw Problem.of(response, said);
  }
  return { text, renewAt: Date.now() + seconds * 1000 - beforeTheEndMillis };
}
