import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import { absoluteTime } from '../i18n/time';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { usePolling } from '../ui/usePolling';
import { Applications } from './Applications';
import { Lines } from './Lines';
import { NewApplication } from './NewApplication';

/** How often the desk looks for changes, in milliseconds. */
export const deskMillis = 2000;

/** Applications and lines as they change, and a new application. */
export function Today({ api }: { api: OperatorApi }) {
  const { t, i18n } = useTranslation();
  const fetchAll = useCallback(
    async (signal: AbortSignal) => {
      const [applications, lines] = await Promise.all([api.applications(signal), api.lines(signal)]);
      return { applications, lines };
    },
    [api],
  );
  const { value, problem, at, refresh } = usePolling(fetchAll, deskMillis);

  if (value === null || at === null) {
    return problem === null ? (
      <Spinner>{t('operator.title')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  const time = absoluteTime(new Date(at).toISOString(), i18n.language);
  return (
    <>
      <p className="freshness" data-stale={problem !== null}>
        {problem === null ? t('operator.updated', { time }) : t('operator.stale', { time })}
      </p>
      <div className="desk">
        <NewApplication api={api} onMade={refresh} />
        <Applications applications={value.applications} />
        <Lines lines={value.lines} />
      </div>
    </>
  );
}
