/** Something that is asked for once, and again when somebody wants it or when what is asked for changes. */
import { useCallback, useEffect, useState } from 'react';
import { withPatience } from '../api/patience';
import { problemIn, type Problem } from '../api/problem';

export interface Fetched<T> {
  /** The newest answer; null before the first. */
  value: T | null;
  /** Why the last try failed; null when it did not, or when something else is asked for since. */
  problem: Problem | null;
  refresh: () => void;
}

/** @param fetcher must stay the same function for as long as the same thing is asked */
export function useFetched<T>(fetcher: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failed, setFailed] = useState<{ fetcher: typeof fetcher; problem: Problem } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    withPatience(
      () => fetcher(controller.signal),
      controller.signal,
      () => undefined,
    ).then(
      (answer) => {
        if (!controller.signal.aborted) {
          setValue(answer);
          setFailed(null);
        }
      },
      (thrown: unknown) => {
        const problem = problemIn(thrown);
        if (problem !== null && !controller.signal.aborted) {
          setFailed({ fetcher, problem });
        }
      },
    );
    return () => controller.abort();
  }, [fetcher, round]);
  return {
    value,
    problem: failed?.fetcher === fetcher ? failed.problem : null,
    refresh: useCallback(() => setRound((before) => before + 1), []),
  };
}
