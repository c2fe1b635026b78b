import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of what has just opened in place of the button that was pressed. It takes the focus, so that it is heard. */
export function OpenedHeading({
  level: Heading,
  id,
  children,
}: {
  level: 'h2' | 'h4';
  id: string;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Heading id={id} ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
}
