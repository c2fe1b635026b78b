import { useTranslation } from 'react-i18next';
import type { MyEndedLine } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { ActionNotice } from '../ui/ProblemNotice';
import { ServiceIcon } from '../ui/ServiceIcon';
import { Time } from '../ui/Time';
import { useVisit, useVisitAction } from './VisitContext';

/** A line that was ended a short while ago, and the way back. */
export function EndedLine({ ended }: { ended: MyEndedLine }) {
  const { t, i18n } = useTranslation();
  const { api } = useVisit();
  const undo = useVisitAction(
    (signal) => api.takeEndingBack(ended.endingId, signal),
    () => t('myLines.ending.done', { line: ended.line }),
  );
  return (
    <li className="panel line-card" data-testid="ended-line" data-line={ended.line}>
      <header className="line-head">
        <ServiceIcon service={ended.service} />
        <div>
          <h3>{ended.line}</h3>
          <small>{t(`service.${ended.service}`)}</small>
        </div>
        <span className="chip" data-state="DEACTIVATED">
          {t('myLines.status.DEACTIVATED')}
        </span>
      </header>
      <p>
        {t('myLines.ending.ended')} <Time at={ended.endedAt} />
      </p>
      <p>{t('myLines.ending.until', { time: absoluteTime(ended.undoUntil, i18n.language) })}</p>
      <ActionNotice action={undo} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={undo.running}
          onClick={() => void undo.run()}
          data-testid="ending-undo"
        >
          {t('myLines.ending.undo')}
          <span className="unseen"> {ended.line}</span>
        </button>
      </div>
    </li>
  );
}
