/** Hints that change with every frame cannot be read, nor listened to: each one stays for a moment. */
import type { HintView } from './hintLoop';

/** How long a hint stays at least, in milliseconds, unless the picture becomes good. */
export const hintStays = 1200;

export interface ShownHint {
  view: HintView;
  /** Since when this hint has been shown, milliseconds since the epoch. */
  since: number;
}

export function calmHint(shown: ShownHint, next: HintView, now: number): ShownHint {
  const sameWords =
    shown.view.hint?.code === next.hint?.code &&
    shown.view.good === next.good &&
    shown.view.trouble === next.trouble;
  if (sameWords) {
    return { view: next, since: shown.since };
  }
  const mayChange =
    next.good || next.trouble !== null || shown.view.hint === null || now - shown.since >= hintStays;
  if (mayChange) {
    return { view: next, since: now };
  }
  // The words stay, the ring does not: a picture that is no longer good is not about to be taken.
  return { view: { ...shown.view, good: false, steady: next.steady }, since: shown.since };
}
