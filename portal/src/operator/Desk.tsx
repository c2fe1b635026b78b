import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OperatorApi } from '../api/operator';
import { absoluteTime } from '../i18n/time';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { usePolling } from '../ui/usePolling';
import { Applications } from './Applications';
import { Lines } from './Lines';
import { NewApplication } from './NewApplication';
import { OperatorDisputes } from './OperatorDisputes';
import { Staff } from './Staff';
import { Webhooks } from './Webhooks';

/** How often the desk looks for changes, in milliseconds. */
export const deskMillis = 2000;

interface Props {
  api: OperatorApi;
  signOut: (because: 'rejected') => void;
}

export function Desk({ api, signOut }: Props) {
  const { t, i18n } = useTranslation();
  const fetchAll = useCallback(
    async (signal: AbortSignal) => {
      const [applications, lines, disputes] = await Promise.all([
        api.applications(signal),
        api.lines(signal),
        api.disputes(signal),
      ]);
      return { applications, lines, disputes };
    },
    [api],
  );
  const { value, problem, at, refresh } = usePolling(fetchAll, deskMillis);
  const notOurs = problem?.status === 401;
  useEffect(() => {
    if (notOurs) {
      signOut('rejected');
    }
  }, [notOurs, signOut]);

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
      <p>
        <Link to="/transparency" data-testid="numbers-link">
          {t('privacy.transparency.title')}
        </Link>
      </p>
      <p className="freshness" data-stale={problem !== null}>
        {problem === null ? t('operator.updated', { time }) : t('operator.stale', { time })}
      </p>
      <div className="desk">
        <NewApplication api={api} onMade={refresh} />
        <Applications applications={value.applications} />
        <Lines lines={value.lines} />
        <OperatorDisputes api={api} disputes={value.disputes} />
        <Staff api={api} />
        <Webhooks api={api} />
      </div>
    </>
  );
}
