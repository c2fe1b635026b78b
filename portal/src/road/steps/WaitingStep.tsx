import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../ui/PageTitle';
import { usePolling } from '../../ui/usePolling';
import { CheckIcon } from '../../ui/icons';
import { useRoad } from '../RoadContext';

/** After this time, in milliseconds, we say that it takes longer than usual. */
const usual = 12_000;

/** Only stages that we know of: it has arrived; it is being checked; the result, once it is there. */
export function WaitingStep() {
  const { t } = useTranslation();
  const { api, arrived, intercept } = useRoad();
  const [long, setLong] = useState(false);
  const { value, problem } = usePolling(
    useCallback((signal: AbortSignal) => api.application(signal), [api]),
    1000,
  );
  useEffect(() => {
    if (value !== null && value.state !== 'SUBMITTED') {
      arrived(value);
    }
  }, [value, arrived]);
  useEffect(() => {
    if (problem !== null) {
      intercept(problem);
    }
  }, [problem, intercept]);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), usual);
    return () => clearTimeout(timer);
  }, []);

  return (
    <section className="waiting" data-testid="waiting">
      <PageTitle name={t('waiting.title')}>{t('waiting.title')}</PageTitle>
      <ol className="stages">
        <li className="done">
          <span className="stage-sign">
            <CheckIcon />
          </span>
          {t('waiting.received')}
        </li>
        <li className="current" aria-current="step">
          <span className="stage-sign">
            <span className="spinner-ring" aria-hidden="true" />
          </span>
          {t('waiting.checking')}
        </li>
        <li>
          <span className="stage-sign" />
          {t('waiting.decided')}
        </li>
      </ol>
      <p role="status">
        {problem !== null ? t('waiting.reconnecting') : long ? t('waiting.long') : t('waiting.soon')}
      </p>
    </section>
  );
}
