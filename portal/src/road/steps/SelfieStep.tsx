import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCamera } from '../../camera/useCamera';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice } from '../../ui/ProblemNotice';
import { AttendedLink } from '../AttendedLink';
import { MovementCamera } from '../MovementCamera';
import { OtherWays } from '../OtherWays';
import { Picture } from '../Picture';
import { useRoad, useRoadAction } from '../RoadContext';
import { SamplePicker } from '../SamplePicker';
import { SelfieCamera } from '../SelfieCamera';

/**
 * The selfie: filmed with movements; or a still picture, for whoever cannot or need not make them, looked at by the person
 * and only then sent.
 */
export function SelfieStep() {
  const { t } = useTranslation();
  const { api, application, draft, setDraft, keepSent, goTo } = useRoad();
  const { policy } = application.challenge;
  const camera = useCamera('user');
  const [justTaken, setJustTaken] = useState(false);
  const [still, setStill] = useState(policy === 'OFF');
  const send = useRoadAction(async (signal, picture: Blob) => {
    const answered = await api.sendSelfie(picture, signal);
    keepSent({ selfie: picture, filmed: false });
    return answered;
  });
  const { start } = camera;
  const wanted = draft.selfie === null;
  useEffect(() => {
    if (wanted) {
      start();
    }
  }, [wanted, start]);

  const failed = camera.state.phase === 'failed';
  const moving = !still && !failed && draft.selfie === null;
  const lead = moving
    ? 'movements.lead'
    : draft.selfie !== null
      ? 'selfie.check'
      : failed
        ? 'selfie.leadFile'
        : 'selfie.lead';
  const give = (selfie: Blob) => {
    camera.stop();
    setJustTaken(true);
    send.forget();
    setDraft({ selfie, filmed: false });
  };
  const use = () => {
    if (draft.filmed) {
      goTo('review');
    } else if (draft.selfie !== null) {
      void send.run(draft.selfie);
    }
  };
  const again = () => {
    send.forget();
    setDraft({ selfie: null, filmed: false });
  };
  return (
    <section data-testid="selfie">
      <PageTitle name={t('selfie.title')}>{t('selfie.title')}</PageTitle>
      <p className="lead">{t(lead)}</p>
      <div className="two-columns">
        <div>
          {draft.selfie !== null ? (
            <div className="capture">
              <Picture
                picture={draft.selfie}
                alt={t('selfie.alt')}
                testId="selfie-picture"
                focused={justTaken}
              />
              <p className="unseen" role="status">
                {t('selfie.taken')}
              </p>
            </div>
          ) : moving ? (
            <MovementCamera
              camera={camera}
              instead={<OtherWays policy={policy} onStill={() => setStill(true)} />}
            />
          ) : (
            <SelfieCamera camera={camera} onPicture={give} />
          )}
          {!moving && !draft.filmed && policy === 'REQUIRED' && (
            <p className="quiet" data-testid="still-consequence">
              {t('movements.stillRequired')}
            </p>
          )}
          {still && !failed && policy !== 'OFF' && draft.selfie === null && (
            <button
              type="button"
              className="text-button"
              onClick={() => setStill(false)}
              data-testid="movements-back"
            >
              {t('movements.other.back')}
            </button>
          )}
          {draft.selfie !== null && (
            <>
              <ActionNotice action={send} />
              <div className="buttons">
                <button
                  type="button"
                  className="button button-main"
                  disabled={send.running}
                  onClick={use}
                  data-testid="selfie-continue"
                >
                  {send.running ? t('selfie.sending') : t('selfie.use')}
                </button>
                <button
                  type="button"
                  className="button button-plain"
                  disabled={send.running}
                  onClick={again}
                  data-testid="selfie-again"
                >
                  {t('picture.again')}
                </button>
              </div>
            </>
          )}
        </div>
        <div>
          <SamplePicker what="selfie" onPicture={give} />
          <div className="asides">
            <button
              type="button"
              className="text-button"
              disabled={send.running}
              onClick={() => goTo('document')}
              data-testid="back"
            >
              {t('action.backTo', { step: t('road.steps.document') })}
            </button>
            <AttendedLink />
          </div>
        </div>
      </div>
    </section>
  );
}
