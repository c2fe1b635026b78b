import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { keepVisit } from '../mylines/holderToken';
import { placeAfterVerification } from '../mylines/VerifyAgain';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { useRoad } from './RoadContext';

/** From a verification to the lines in one's name. */
export function SeeMyLines() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { api, application } = useRoad();
  const [late, setLate] = useState(false);
  const see = useAction(
    async (signal) => {
      keepVisit(await api.openMyLines(signal));
      await navigate(placeAfterVerification());
    },
    ({ code }) => {
      // The verdict stays to be read: it does not end with the session.
      const ended = code === 'not-authenticated';
      setLate(ended);
      return ended;
    },
  );
  const asked = application.purpose === 'MY_LINES';
  if (late) {
    return (
      <div className="panel see-my-lines" role="status" data-testid="see-my-lines-late">
        <p>{t('verdict.seeMyLinesLate')}</p>
        <div className="buttons">
          <button
            type="button"
            className="button"
            onClick={() => void navigate(placeAfterVerification())}
            data-testid="see-my-lines-again"
          >
            {t('action.continue')}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className={asked ? 'see-my-lines' : 'panel see-my-lines'}>
      {!asked && <p>{t('verdict.seeMyLinesText')}</p>}
      <ActionNotice action={see} />
      <div className="buttons">
        <button
          type="button"
          className={asked ? 'button button-main' : 'button'}
          disabled={see.running}
          onClick={() => void see.run()}
          data-testid="see-my-lines"
        >
          {see.running ? t('verdict.openingMyLines') : t('verdict.seeMyLines')}
        </button>
      </div>
    </div>
  );
}
