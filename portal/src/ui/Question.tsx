import { useEffect, useId, useRef, type ReactNode } from 'react';

/** Something that is asked before it is done. It takes the focus when it opens, so that it is heard. */
export function Question({
  title,
  children,
  testId,
}: {
  title: string;
  children: ReactNode;
  testId: string;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="question" role="group" aria-labelledby={id} data-testid={testId}>
      <h4 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h4>
      {children}
    </div>
  );
}
