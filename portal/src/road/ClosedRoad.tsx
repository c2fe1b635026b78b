import { useTranslation } from 'react-i18next';
import { ClockIcon } from '../ui/icons';
import { PageTitle } from '../ui/PageTitle';
import type { Closed } from './road';

/** The link leads nowhere (any more): why, and what to do. */
export function ClosedRoad({ why }: { why: Closed }) {
  const { t } = useTranslation();
  return (
    <section className="narrow closed" data-testid="link-closed" data-why={why}>
      <ClockIcon />
      <PageTitle name={t(`closed.${why}.title`)}>{t(`closed.${why}.title`)}</PageTitle>
      <p>{t(`closed.${why}.text`)}</p>
      <p>
        <strong>{t(`closed.${why}.next`)}</strong>
      </p>
    </section>
  );
}
