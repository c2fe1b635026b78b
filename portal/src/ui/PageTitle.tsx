import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * The heading of a page or of a step. It names the browser's tab, and takes the focus when it replaces another one, so
 * that a screen reader says where one is now. Where one component shows several steps, a key makes each title a new one.
 *
 * @param quiet leaves the focus alone, for what is there when the site is opened
 */
export function PageTitle({
  children,
  name,
  quiet = false,
}: {
  children: ReactNode;
  name: string;
  quiet?: boolean;
}) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${name} · ${t('brand')}`;
  }, [name, t]);
  useEffect(() => {
    if (!quiet) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, [quiet]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
