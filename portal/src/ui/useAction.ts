/**
 * Something that the person asked for and that the server must do: one at a time, repeated by itself while the server is
 * busy, aborted when the page is left, and its problem kept to be shown beside what was entered.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { withPatience } from '../api/patience';
import { problemIn, type Problem } from '../api/problem';

export interface Action<A extends unknown[]> {
  /** Resolves when it is done, with or without success; does nothing while another run is under way. */
  run: (...given: A) => Promise<void>;
  /** The last run once more; null when there was none or it succeeded. */
  retry: (() => void) | null;
  running: boolean;
  /** Seconds until a busy server is asked again; null when we don't wait. */
  waitingSeconds: number | null;
  problem: Problem | null;
  forget: () => void;
}

/**
 * @param work does it; it should hand its own result on, so that success and its consequences stay together
 * @param intercept sees a problem first; returns true when it has dealt with it
 */
export function useAction<A extends unknown[]>(
  work: (signal: AbortSignal, ...given: A) => Promise<void>,
  intercept?: (problem: Problem) => boolean,
): Action<A> {
  const [state, setState] = useState<Pick<Action<A>, 'running' | 'waitingSeconds' | 'problem'>>(idle);
  const latest = useRef({ work, intercept });
  const underWay = useRef<AbortController | null>(null);
  const [last, setLast] = useState<{ given: A } | null>(null);

  useEffect(() => {
    latest.current = { work, intercept };
  });
  useEffect(
    () => () => {
      underWay.current?.abort();
      underWay.current = null;
    },
    [],
  );

  const run = useCallback(async (...given: A) => {
    if (underWay.current !== null) {
      return;
    }
    const controller = new AbortController();
    underWay.current = controller;
    setLast({ given });
    setState({ running: true, waitingSeconds: null, problem: null });
    try {
      await withPatience(
        () => latest.current.work(controller.signal, ...given),
        controller.signal,
        (waitingSeconds) => setState({ running: true, waitingSeconds, problem: null }),
      );
      setLast(null);
      setState(idle);
    } catch (thrown) {
      const problem = problemIn(thrown);
      const dealtWith = problem === null || latest.current.intercept?.(problem) === true;
      setState(dealtWith ? idle : { running: false, waitingSeconds: null, problem });
    } finally {
      if (underWay.current === controller) {
        underWay.current = null;
      }
    }
  }, []);

  const forget = useCallback(() => setState(idle), []);
  const retry = useCallback(() => {
    if (last !== null) {
      void run(...last.given);
    }
  }, [last, run]);

  return { ...state, run, retry: last === null ? null : retry, forget };
}

const idle = { running: false, waitingSeconds: null, problem: null };
