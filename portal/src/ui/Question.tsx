import { useId, type ReactNode } from 'react';
import { OpenedHeading } from './OpenedHeading';

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
  return (
    <div className="question" role="group" aria-labelledby={id} data-testid={testId}>
      <OpenedHeading level="h4" id={id}>
        {title}
      </OpenedHeading>
      {children}
    </div>
  );
}
