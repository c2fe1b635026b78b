/** A key or token that is kept for as long as the tab is open, and nowhere else. */
export interface TabSecret {
  read: () => string | null;
  keep: (secret: string) => void;
  forget: () => void;
}

/** @param storageKey its name in `sessionStorage`; where the browser forbids storage, a reload asks for it again */
export function tabSecret(storageKey: string): TabSecret {
  let memory: string | null = null;
  return {
    read() {
      try {
        return sessionStorage.getItem(storageKey);
      } catch {
        return memory;
      }
    },
    keep(secret) {
      try {
        sessionStorage.setItem(storageKey, secret);
      } catch {
        memory = secret;
      }
    },
    forget() {
      memory = null;
      try {
        sessionStorage.removeItem(storageKey);
      } catch {
        // Nothing was stored then.
      }
    },
  };
}
