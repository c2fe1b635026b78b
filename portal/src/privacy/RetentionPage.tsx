import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { retentionRules } from '../api/privacy';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';

/** `/retention`: every kind of data that is kept, for how long and why, with the times as they are set here. */
export default function RetentionPage() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => ({ language, rules: await retentionRules(signal) }),
      [language],
    ),
  );
  return (
    <section className="my-lines" data-testid="retention">
      <PageTitle name={t('privacy.retention.title')}>{t('privacy.retention.title')}</PageTitle>
      <p className="lead">{t('privacy.retention.lead')}</p>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('privacy.retention.loading')}</Spinner>}
      <ul className="cards">
        {value?.rules.map((rule) => (
          <li key={rule.kind} className="panel rule" data-testid="retention-rule" data-kind={rule.kind}>
            <h2>{rule.what}</h2>
            <p>
              <strong>{rule.time}</strong>{' '}
              <span className="quiet">{t('privacy.retention.from', { from: rule.from })}</span>
            </p>
            <p className="quiet">{rule.why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
