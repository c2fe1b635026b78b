import { useEffect } from 'react';
import type { Problem } from '../api/problem';

/** Signs out where the server does not know the key or token (401). */
export function useRejection(problem: Problem | null, reject: () => void): void {
  const notOurs = problem?.status === 401;
  useEffect(() => {
    if (notOurs) {
      reject();
    }
  }, [notOurs, reject]);
}
