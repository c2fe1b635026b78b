import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../api/types';

/** Where the cases of a campaign stand: a bar for each, with its number, so that nothing is said by length alone. */
export function PhasesChart({ phases }: { phases: Campaign['phases'] }) {
  const { t, i18n } = useTranslation();
  const shown = phases.filter(({ cases }) => cases > 0);
  const most = Math.max(1, ...shown.map(({ cases }) => cases));
  if (shown.length === 0) {
    return <p className="quiet">{t('campaigns.noCases')}</p>;
  }
  return (
    <figure className="bars" data-testid="campaign-phases">
      <figcaption>{t('campaigns.phases')}</figcaption>
      <dl>
        {shown.map(({ phase, cases }) => (
          <div key={phase} data-phase={phase}>
            <dt>{t(`remediation.phase.${phase}`)}</dt>
            <dd>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect className="bar" width={(100 * cases) / most} height="10" />
              </svg>
              <span>{cases.toLocaleString(i18n.language)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
