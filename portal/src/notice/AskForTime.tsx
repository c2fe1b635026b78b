import { useTranslation } from 'react-i18next';
import { askForTime } from '../api/notice';
import type { LinkedNotice, MoreTime } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

interface Props {
  token: string;
  causes: readonly MoreTime[];
  onDone: (notice: LinkedNotice, said: string) => void;
}

/** More time, at once, for a cause that nobody has to prove. */
export function AskForTime({ token, causes, onDone }: Props) {
  const { t } = useTranslation();
  const ask = useAction(async (signal, cause: MoreTime) =>
    onDone(await askForTime(token, cause, signal), t('notice.timeGiven')),
  );
  return (
    <div className="panel">
      <h2>{t('notice.time')}</h2>
      <p>{t('notice.timeText')}</p>
      <ActionNotice action={ask} />
      <div className="buttons">
        {causes.map((cause) => (
          <button
            key={cause}
            type="button"
            className="button button-small"
            disabled={ask.running}
            onClick={() => void ask.run(cause)}
            data-testid={`notice-time-${cause}`}
          >
            {t(`notice.causes.${cause}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
