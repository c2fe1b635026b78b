import { useTranslation } from 'react-i18next';
import type { Application } from '../api/types';

/** Nobody is to be talked into a SIM swap: what the check is good for stands before it, and before what is sent. */
export function SimWarning({ application }: { application: Application }) {
  const { t } = useTranslation();
  if (application.sim === null) {
    return null;
  }
  return (
    <p className="notice" role="note" data-testid="sim-warning">
      {t('simChange', { ending: application.sim.ending, line: application.line ?? '' })}
    </p>
  );
}
