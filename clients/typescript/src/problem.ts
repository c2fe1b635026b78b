/**
 * What went wrong, in the server's own words: RFC 9457 problem details, whose title and next step the server gives in the
 * language we ask for. Two things can happen without any answer of the server, `network` and `unreadable`; the pages have
 * words of their own for these.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  private constructor(
    /** The stable slug, such as `no-face`, or what CAMARA and OAuth say instead; or `network`, `unreadable`. */
    readonly code: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly title: string | null,
    readonly detail: string | null,
    readonly nextStep: string | null,
    /** What the server asks us to wait before another try, or null when it asks nothing. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(title ?? code);
  }

  static network(): Problem {
    return new Problem('network', 0, null, null, null, null);
  }

  /** From an answer that is no success. A body that is no problem detail becomes `unreadable`. */
  static of(response: Response, body: unknown): Problem {
    const said = isObject(body) ? body : {};
    // `error` is OAuth's (RFC 6749, 5.2); `message` CAMARA's and TM Forum's, whose `reason` is a title.
    const code = text(said['code']) ?? text(said['error']);
    if (code === null) {
      return new Problem(
        response.status === 503 ? 'busy' : 'unreadable',
        response.status,
        null,
        null,
        null,
        retryAfter(response),
      );
    }
    return new Problem(
      code,
      response.status,
      text(said['title']) ?? text(said['reason']),
      text(said['detail']) ?? text(said['message']) ?? text(said['error_description']),
      text(said['nextStep']),
      retryAfter(response),
    );
  }

  /** Whether the very same request may well succeed a moment later. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Any thrown thing as a problem; null for a request that we aborted ourselves, which is no problem. */
export function problemIn(thrown: unknown): Problem | null {
  if (thrown instanceof Problem) {
    return thrown;
  }
  // fetch rejects with a TypeError when there is no connection, and with a TimeoutError when our patience ends.
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'AbortError':
      return null;
    case 'TypeError':
    case 'TimeoutError':
      return Problem.network();
    default:
      throw thrown;
  }
}

/** Delta-seconds only: our server sends no dates here. */
function retryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
