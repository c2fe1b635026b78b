import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem';

/** The first try tells of the limit and leaves the case as it was; the same once more is the exception that a person may make. */
export function OneMoreLine({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  return (
    problem?.code === 'line-limit-reached' && (
      <p className="notice" role="status" data-testid="one-more-line">
        {t('cases.oneMoreLine')}
      </p>
    )
  );
}
