import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import type { Action } from './useAction';
import { AlertIcon } from './icons';

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
        <p>{problem.nextStep ?? t(`problem.${own}.nextStep`)}</p>
        {problem.passing && retry != null && (
          <button type="button" className="button button-small" onClick={retry} data-testid="retry">
            {t('action.retry')}
          </button>
        )}
      </div>
    </div>
  );
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
