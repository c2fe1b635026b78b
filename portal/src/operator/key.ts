/** The operator's API key, kept for as long as the tab is open and nowhere else. */

const storageKey = 'namesake.operator-key';

export function keptKey(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function keepKey(key: string): void {
  try {
    sessionStorage.setItem(storageKey, key);
  } catch {
    // Then a reload asks for it again.
  }
}

export function forgetKey(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Nothing was stored then.
  }
}
