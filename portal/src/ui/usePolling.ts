/** Keeps something up to date by asking again and again, but not while nobody looks at the page. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { pause, stopped } from '../api/patience';
import { problemIn, type Problem } from '../api/problem';
import { onInput } from './input';

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
 * After how long without a hand on the machine a desk rests, in milliseconds. The server takes each request for use, so a desk that
 * went on asking would stay signed in for whoever comes by.
 */
export const deskRestMillis = 5 * 60_000;

interface Pace {
  /**
   * The first answer is enough, and so is a problem that asking again does not solve: only when the person comes back to the page it
   * is asked for again.
   */
  untilAnswered?: boolean;
  /** The code of the problem that only says that there is no answer yet. */
  expected?: string | null;
  /** After how long without input nothing is asked until there is some; null where people wait without touching anything. */
  restMillis?: number | null;
}

/** @param fetcher must stay the same function for as long as the same thing is asked */
export function usePolling<T>(
  fetcher: (signal: AbortSignal) => Promise<T>,
  intervalMillis: number,
  { untilAnswered = false, expected = null, restMillis = null }: Pace = {},
): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'refresh'>>({ value: null, problem: null, at: null });
  const wake = useRef<() => void>(() => undefined);

  useEffect(() => {
    let round: AbortController | null = null;
    let lastInput = Date.now();
    const resting = () => restMillis !== null && Date.now() - lastInput >= restMillis;

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
          if (untilAnswered && !problem.passing && problem.code !== expected) {
            return;
          }
        }
        await pause(intervalMillis, signal).catch(() => undefined);
        if (resting()) {
          return;
        }
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

    const touched = () => {
      const rested = resting();
      lastInput = Date.now();
      if (rested) {
        restart();
      }
    };
    const seen = () => {
      lastInput = Date.now();
      restart();
    };

    restart();
    wake.current = restart;
    document.addEventListener('visibilitychange', seen);
    const stopListening = onInput(touched);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      stopListening();
      wake.current = () => undefined;
      round?.abort();
    };
  }, [fetcher, intervalMillis, untilAnswered, expected, restMillis]);

  return { ...state, refresh: useCallback(() => wake.current(), []) };
}
