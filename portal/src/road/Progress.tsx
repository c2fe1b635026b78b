import { useTranslation } from 'react-i18next';
import type { Application } from '../api/types';
import { ServiceIcon } from '../ui/ServiceIcon';
import type { Step } from './road';

const shown = ['consent', 'document', 'selfie', 'review', 'result'] as const;

/** Which line this is about, and how far the road is. */
export function Progress({ application, step }: { application: Application; step: Step }) {
  const { t } = useTranslation();
  const at = step === 'waiting' || step === 'verdict' ? 4 : shown.indexOf(step);
  return (
    <div className="progress">
      <p className="line-asked" data-testid="line-asked">
        <ServiceIcon service={application.service} />
        <span>
          <small>{application.service === null ? t('brand') : t(`service.${application.service}`)}</small>
          <strong>{application.line ?? t('road.myLines')}</strong>
        </span>
      </p>
      <p className="progress-words">
        {t('road.stepOf', {
          step: at + 1,
          total: shown.length,
          name: t(`road.steps.${shown[at] ?? 'result'}`),
        })}
      </p>
      <ol className="steps" aria-label={t('road.progress')} data-testid="progress" data-step={step}>
        {shown.map((name, index) => (
          <li
            key={name}
            className={index < at ? 'done' : index === at ? 'current' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <span>{t(`road.steps.${name}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
