import { useTranslation } from 'react-i18next';
import type { Reason } from '../api/types';

/** The reasons in the server's words: they come from its closed list, in the language of the reader. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  return (
    <div className="reasons">
      <h2>{t('verdict.reasons')}</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code} className="panel" data-testid="reason" data-code={reason.code}>
            <h3>{reason.title}</h3>
            <p>{reason.explanation}</p>
            <p className="next-step">
              <strong>{t('verdict.nextStep')}:</strong> {reason.nextStep}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
