/** Asks again when the server is busy, after the time that it asked for, so that nobody has to press a button for that. */
import { problemIn } from './problem.js';

/** How often a busy server is asked again before the person is told. */
const patience = 8;
/** Longest wait before one more try, whatever the server says, in seconds. */
const longestWait = 30;

/**
 * @param waiting is told how many seconds we wait before another try, and null when the waiting is over
 */
export async function withPatience<T>(
  action: () => Promise<T>,
  signal: AbortSignal,
  waiting: (seconds: number | null) => void,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await action();
    } catch (thrown) {
      const problem = problemIn(thrown);
      if (problem?.status !== 503 || tries === patience) {
        throw thrown;
      }
      const seconds = Math.min(Math.max(problem.retryAfterSeconds ?? 2, 1), longestWait);
      waiting(seconds);
      try {
        await pause(seconds * 1000, signal);
      } finally {
        waiting(null);
      }
    }
  }
}

/** A function, because the signal changes behind the type checker's back. */
export function stopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Resolves after the given time; rejects with an AbortError as soon as the signal says so. */
export function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', aborted);
      resolve();
    }, millis);
    if (signal.aborted) {
      aborted();
    } else {
      signal.addEventListener('abort', aborted, { once: true });
    }
  });
}
