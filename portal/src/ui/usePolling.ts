/** Keeps something up to date by asking again and again, but not while nobody looks at the page. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { pause, stopped } from '../api/patience';
import { problemIn, type Problem } from '../api/problem';

export interface Polled<T> {
  /** The newest answer; null before the first. An error leaves it as it was. */
  value: T | null;
  /** Why the last try failed; null when it did not. */
  problem: Problem | null;
  /** When the newest answer came, milliseconds since the epoch; null before the first. */
  at: number | null;
  /** Asks at once. */
  refresh: () => void;
}

/**
 * @param fetcher must stay the same function for as long as the same thing is asked
 * @param untilAnswered the first answer is enough: only when the person comes back to the page it is asked for again
 */
export function usePolling<T>(
  fetcher: (signal: AbortSignal) => Promise<T>,
  intervalMillis: number,
  untilAnswered = false,
): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'refresh'>>({ value: null, problem: null, at: null });
  const wake = useRef<() => void>(() => undefined);

  useEffect(() => {
    let round: AbortController | null = null;

    const poll = async (signal: AbortSignal) => {
      while (!stopped(signal)) {
        try {
          const value = await fetcher(signal);
          if (stopped(signal)) {
            return;
          }
          setState({ value, problem: null, at: Date.now() });
          if (untilAnswered) {
            return;
          }
        } catch (thrown) {
          const problem = problemIn(thrown);
          if (problem === null || stopped(signal)) {
            return;
          }
          setState((before) => ({ ...before, problem }));
        }
        await pause(intervalMillis, signal).catch(() => undefined);
      }
    };
    const restart = () => {
      round?.abort();
      round = null;
      if (!document.hidden) {
        round = new AbortController();
        void poll(round.signal);
      }
    };

    restart();
    wake.current = restart;
    document.addEventListener('visibilitychange', restart);
    return () => {
      document.removeEventListener('visibilitychange', restart);
      wake.current = () => undefined;
      round?.abort();
    };
  }, [fetcher, intervalMillis, untilAnswered]);

  return { ...state, refresh: useCallback(() => wake.current(), []) };
}
