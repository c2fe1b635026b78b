import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonIcon } from '../ui/icons';
import { OpenedHeading } from '../ui/OpenedHeading';
import { ActionNotice } from '../ui/ProblemNotice';
import { useRoad, useRoadAction } from './RoadContext';

/** The other way, open at every step. It erases what was given, so it asks once whether that is meant. */
export function AttendedLink() {
  const { t } = useTranslation();
  const { api } = useRoad();
  const [asking, setAsking] = useState(false);
  const attend = useRoadAction((signal) => api.askForAttendedCheck(signal));
  if (!asking) {
    return (
      <button
        type="button"
        className="text-button"
        onClick={() => setAsking(true)}
        data-testid="attended-link"
      >
        <PersonIcon />
        {t('road.attendedLink')}
      </button>
    );
  }
  return (
    <div className="panel attended" role="group" aria-labelledby="attended-title">
      <OpenedHeading level="h2" id="attended-title">
        {t('road.attendedConfirm.title')}
      </OpenedHeading>
      <p>{t('road.attendedConfirm.text')}</p>
      <ActionNotice action={attend} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={attend.running}
          onClick={() => void attend.run()}
          data-testid="attended-check"
        >
          {t('road.attendedConfirm.yes')}
        </button>
        <button type="button" className="button button-plain" onClick={() => setAsking(false)}>
          {t('action.cancel')}
        </button>
      </div>
    </div>
  );
}
