import { useTranslation } from 'react-i18next';
import type { Reason } from '../api/types';

/** The reasons in the server's words: they come from its closed list, in the language of the application. */
export function ReasonList({ reasons, language }: { reasons: readonly Reason[]; language: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="reasons">
      <h2>{t('verdict.reasons')}</h2>
      <ul lang={language}>
        {reasons.map((reason) => (
          <li key={reason.code} className="panel" data-testid="reason" data-code={reason.code}>
            <h3>{reason.title}</h3>
            <p>{reason.explanation}</p>
            <p className="next-step">
              <strong lang={i18n.language}>{t('verdict.nextStep')}</strong> {reason.nextStep}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
