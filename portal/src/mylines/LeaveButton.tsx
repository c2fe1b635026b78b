import { useTranslation } from 'react-i18next';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { useVisit } from './VisitContext';

export function LeaveButton({ onLeft }: { onLeft: () => void }) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const leave = useAction(async (signal) => {
    await api.leave(signal);
    onLeft();
  });
  return (
    <div>
      <button
        type="button"
        className="button button-small"
        disabled={leave.running}
        onClick={() => void leave.run()}
        data-testid="my-lines-leave"
      >
        {t('myLines.leave')}
      </button>
      <ActionNotice action={leave} />
    </div>
  );
}
