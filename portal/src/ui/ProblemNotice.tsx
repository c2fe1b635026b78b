import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { AlertIcon } from './icons';
import { retryTime } from './retryTime';
import type { Action } from './useAction';

/** A problem in words: what happened and what to do next, with a button where trying again may help. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const own = problem.code === 'network' || problem.code === 'busy' ? 'network' : 'unreadable';
  return (
    <div className="notice notice-problem" role="alert" data-testid="problem" data-code={problem.code}>
      <AlertIcon />
      <div>
        <strong>{problem.title ?? t(`problem.${own}.title`)}</strong>
        {/* The detail is English in any language: it is for whoever helps. */}
        {problem.detail !== null && i18n.language === 'en' && <p>{problem.detail}</p>}
        <p>
          <NextStep problem={problem} otherwise={t(`problem.${own}.nextStep`)} />
        </p>
        {problem.passing && retry != null && (
          <button type="button" className="button button-small" onClick={retry} data-testid="retry">
            {t('action.retry')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The server's own words name a header, for programs; a person wants to know when. */
function NextStep({ problem, otherwise }: { problem: Problem; otherwise: string }) {
  const { t, i18n } = useTranslation();
  const { code, status } = problem;
  if (code === 'busy') {
    return t('problem.again.busy');
  }
  const time = status === 429 ? retryTime(problem, i18n.language) : null;
  if (time === null) {
    return problem.nextStep ?? otherwise;
  }
  switch (code) {
    case 'too-many-attempts':
    case 'sign-in-paused':
    case 'rate-limited':
      return t(`problem.again.${code}`, { time });
    default:
      return `${problem.nextStep ?? ''} ${t('problem.again.other', { time })}`.trim();
  }
}

/** Whatever there is to say about an action that did not simply succeed. */
export function ActionNotice<A extends unknown[]>({ action }: { action: Action<A> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="waiting-note" role="status">
        {action.waitingSeconds !== null && t('busy', { seconds: action.waitingSeconds })}
      </p>
      {action.problem !== null && <ProblemNotice problem={action.problem} retry={action.retry} />}
    </>
  );
}
