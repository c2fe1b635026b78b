import { createContext, useContext } from 'react';
import type { HolderApi } from '../api/holder';
import { useAction, type Action } from '../ui/useAction';

export interface Visit {
  api: HolderApi;
  /** Something was done: says so in these words, and fetches everything anew. */
  changed: (words: string) => void;
}

export const VisitContext = createContext<Visit | null>(null);

export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === null) {
    throw new Error('a line stands outside a visit');
  }
  return visit;
}

/** An action of the holder's. The words say afterwards what was done. */
export function useVisitAction<A extends unknown[]>(
  ask: (signal: AbortSignal, ...given: A) => Promise<unknown>,
  words: (...given: NoInfer<A>) => string,
): Action<A> {
  const { changed } = useVisit();
  return useAction(async (signal, ...given: A) => {
    await ask(signal, ...given);
    changed(words(...given));
  });
}
