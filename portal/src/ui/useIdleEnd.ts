import { useEffect } from 'react';
import { onSessionUse, tellEnd } from '../api/sessionWatch';

/** How often it is looked whether the time is over. */
const lookMillis = 5000;

/**
 * Ends a session on the screen, too, when the server has ended it because nobody used it.
 *
 * @param credential null when there is no session
 * @param idleMillis how long a session lives unused
 */
export function useIdleEnd(credential: string | null, idleMillis: number): void {
  useEffect(() => {
    if (credential === null) {
      return;
    }
    let lastUse = Date.now();
    const stopListening = onSessionUse((used) => {
      if (used === credential) {
        lastUse = Date.now();
      }
    });
    // Looks at the clock again and again: one long timer stands still while the machine sleeps.
    const look = () => {
      if (Date.now() - lastUse >= idleMillis) {
        tellEnd(credential);
      }
    };
    const timer = setInterval(look, lookMillis);
    document.addEventListener('visibilitychange', look);
    return () => {
      stopListening();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [credential, idleMillis]);
}
