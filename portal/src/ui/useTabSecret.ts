import { useEffect, useState } from 'react';
import { onSessionEnd } from '../api/sessionWatch';
import type { TabSecret } from './tabSecret';

/** A key or token of this tab, which is forgotten as soon as the server does not know it any more. */
export interface GivenSecret {
  given: string | null;
  /** The last one, where the server does not know it any more; null otherwise. */
  rejected: string | null;
  keep: (fresh: string) => void;
  /** Because the person wants it so. */
  forget: () => void;
}

export function useTabSecret(secret: TabSecret): GivenSecret {
  const [state, setState] = useState(() => ({ given: secret.read(), rejected: null as string | null }));
  const { given } = state;
  useEffect(
    () =>
      onSessionEnd((ended) => {
        if (ended === given) {
          secret.forget();
          setState({ given: null, rejected: ended });
        }
      }),
    [secret, given],
  );
  return {
    ...state,
    keep: (fresh) => {
      secret.keep(fresh);
      setState({ given: fresh, rejected: null });
    },
    forget: () => {
      secret.forget();
      setState({ given: null, rejected: null });
    },
  };
}
