import { useTranslation } from 'react-i18next';
import { ClockIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';

/** A page that was opened without the secret of its link. */
export function LinkMissing() {
  const { t } = useTranslation();
  return (
    <section className="narrow closed" data-testid="hearing-missing">
      <ClockIcon />
      <PageTitle name={t('hearing.missing.title')}>{t('hearing.missing.title')}</PageTitle>
      <p>{t('hearing.missing.text')}</p>
      <p>
        <strong>{t('hearing.missing.next')}</strong>
      </p>
    </section>
  );
}
