const kinds = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;
const options = { capture: true, passive: true };

/** Tells whenever somebody uses the pointer or the keys. @returns stops telling */
export function onInput(listener: () => void): () => void {
  let place: string | null = null;
  const heard = (event: Event) => {
    if (event.type === 'pointermove' && event instanceof MouseEvent) {
      // Browsers say so as well when the page moves under a pointer that lies still.
      const here = `${event.screenX} ${event.screenY}`;
      if (here === place) {
        return;
      }
      place = here;
    }
    listener();
  };
  kinds.forEach((kind) => window.addEventListener(kind, heard, options));
  return () => kinds.forEach((kind) => window.removeEventListener(kind, heard, options));
}
