import { useTranslation } from 'react-i18next';

/** The server puts this into its page where it is a sandbox. */
const MARK = 'meta[name="namesake-sandbox"]';

/** Says on every page of a sandbox that it is one, so that nobody shows it a real document. */
export function SandboxBanner() {
  const { t } = useTranslation();
  if (document.querySelector(MARK) === null) {
    return null;
  }
  return (
    <aside className="sandbox" aria-label={t('sandboxLabel')}>
      {t('sandbox')}
    </aside>
  );
}
