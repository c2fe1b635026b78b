import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Copies a text. Where the browser forbids that (no secure connection), the text beside it can still be selected. */
export function CopyButton({ text, testId }: { text: string; testId: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), 2500);
    return () => clearTimeout(timer);
  }, [copied]);

  // Absent on http, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) {
    return null;
  }
  const copy = () => {
    clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className="button button-small" onClick={copy} data-testid={testId}>
      <span aria-live="polite">{copied ? t('action.copied') : t('action.copy')}</span>
    </button>
  );
}
