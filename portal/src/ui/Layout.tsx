import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { SandboxBanner } from './SandboxBanner';

/** The frame around every page. */
export function Layout() {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <SandboxBanner />
      <header className="top">
        <Link className="brand" to="/">
          <Logo />
          {t('brand')}
        </Link>
        <LanguageSwitch />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="bottom">
        <p>{t('footer')}</p>
        <p className="bottom-links">
          <Link to="/retention">{t('privacy.retention.title')}</Link>
        </p>
      </footer>
    </>
  );
}
