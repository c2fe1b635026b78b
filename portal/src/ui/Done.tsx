import { useEffect, useRef, type ReactNode } from 'react';
import { CheckIcon } from './icons';

/** Says that something was done. It takes the focus, because what was pressed may be gone. */
export function Done({ children }: { children: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [children]);
  return (
    <div className="notice notice-done" ref={notice} tabIndex={-1} role="status" data-testid="done">
      <CheckIcon />
      <p>{children}</p>
    </div>
  );
}
