import { useTranslation } from 'react-i18next';
import type { ChallengeResult } from '../api/types';
import { known } from '../i18n/known';
import { Time } from '../ui/Time';

/** What to do better; never how far off it was. */
export function MovementResult({ result }: { result: ChallengeResult | 'camera-lost' }) {
  const { t } = useTranslation();
  if (result === 'camera-lost') {
    return (
      <p className="field-warning" role="alert" data-testid="movements-lost">
        {t('movements.lost')}
      </p>
    );
  }
  return (
    <div className="panel" role="alert" data-testid="movements-advice">
      <h2>{t('movements.notYet')}</h2>
      <ul>
        {result.advice.map((advice) => (
          <li key={advice.code} data-code={advice.code}>
            {known('advice', advice.code, advice.message)}
          </li>
        ))}
      </ul>
      {result.pausedUntil === null ? (
        <p className="quiet">{t('movements.left', { count: result.attemptsLeft })}</p>
      ) : (
        <p data-testid="movements-paused">
          {t('movements.paused')} <Time at={result.pausedUntil} />
        </p>
      )}
    </div>
  );
}
