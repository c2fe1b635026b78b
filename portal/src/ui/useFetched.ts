/** Something that is asked for once, and again when somebody wants it or when what is asked for changes. */
import { useCallback, useEffect, useState } from 'react';
import { withPatience } from '../api/patience';
import { problemIn, type Problem } from '../api/problem';

export interface Fetched<T> {
  /** The newest answer; null before the first. */
  value: T | null;
  /** Why the last try failed; null when it did not. */
  problem: Problem | null;
  refresh: () => void;
}

/** @param fetcher must stay the same function for as long as the same thing is asked */
export function useFetched<T>(fetcher: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [state, setState] = useState<Omit<Fetched<T>, 'refresh'>>({ value: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    withPatience(
      () => fetcher(controller.signal),
      controller.signal,
      () => undefined,
    ).then(
      (value) => {
        if (!controller.signal.aborted) {
          setState({ value, problem: null });
        }
      },
      (thrown: unknown) => {
        const problem = problemIn(thrown);
        if (problem !== null && !controller.signal.aborted) {
          setState((before) => ({ ...before, problem }));
        }
      },
    );
    return () => controller.abort();
  }, [fetcher, round]);
  return { ...state, refresh: useCallback(() => setRound((before) => before + 1), []) };
}
