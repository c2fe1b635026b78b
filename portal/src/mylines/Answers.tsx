import { useTranslation } from 'react-i18next';
import { ActionNotice } from '../ui/ProblemNotice';
import type { Action } from '../ui/useAction';

interface Props<A extends unknown[]> {
  action: Action<A>;
  yes: string;
  onYes: () => void;
  onClose: () => void;
  testId: string;
}

/** The two answers to a question, and what went wrong with the first. */
export function Answers<A extends unknown[]>({ action, yes, onYes, onClose, testId }: Props<A>) {
  const { t } = useTranslation();
  return (
    <>
      <ActionNotice action={action} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={action.running}
          onClick={onYes}
          data-testid={testId}
        >
          {yes}
        </button>
        <button type="button" className="button button-plain" disabled={action.running} onClick={onClose}>
          {t('action.cancel')}
        </button>
      </div>
    </>
  );
}
