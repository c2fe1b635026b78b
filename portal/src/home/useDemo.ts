import { useEffect, useState } from 'react';
import { demo } from '../api/demo';
import type { Demo } from '../api/types';

/** What the demo offers; null when this server is no demo, or as long as we don't know. */
export function useDemo(): Demo | null {
  const [offered, setOffered] = useState<Demo | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    // The demo is an extra: when asking for it fails, the page is simply without it.
    demo(controller.signal).then(setOffered, () => undefined);
    return () => controller.abort();
  }, []);
  return offered;
}
