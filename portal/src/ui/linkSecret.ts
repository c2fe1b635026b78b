/**
 * The secret that follows the # of a link. It is taken out of the address, where it could be read over a shoulder or found in
 * the history, and kept in this tab so that a reload goes on.
 */
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { TabSecret } from './tabSecret';

/** @returns the secret of this page's link; null when it was opened without one */
export function useLinkSecret(kept: TabSecret): string | null {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const given = hash.length > 1 ? hash.slice(1) : null;
  const [secret, setSecret] = useState(() => given ?? kept.read());
  if (given !== null && given !== secret) {
    // Another link was opened in the same tab.
    setSecret(given);
  }
  useEffect(() => {
    if (given !== null) {
      kept.keep(given);
      void navigate({ hash: '' }, { replace: true });
    }
  }, [given, kept, navigate]);
  return secret;
}
