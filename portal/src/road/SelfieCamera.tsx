import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemIn } from '../api/problem';
import { calmHint, type ShownHint } from '../camera/calmHint';
import { CameraStage } from '../camera/CameraStage';
import { stageAspect, visiblePart, type Size } from '../camera/geometry';
import { OvalGuide } from '../camera/guides';
import { noHints, runHintLoop } from '../camera/hintLoop';
import { frameOf, hintSide, pictureSide } from '../camera/picture';
import type { Camera } from '../camera/useCamera';
import { CameraIcon } from '../ui/icons';
import { FileButton } from './FileButton';
import { HintWords } from './HintWords';
import { useRoad } from './RoadContext';

const shownPart = (size: Size) => visiblePart(size, stageAspect(size));

/** The live selfie camera with its oval, its hints, and its two ways of taking the picture. */
export function SelfieCamera({ camera, onPicture }: { camera: Camera; onPicture: (picture: Blob) => void }) {
  const { t } = useTranslation();
  const { api, intercept } = useRoad();
  const video = useRef<HTMLVideoElement>(null);
  const [byItself, setByItself] = useState(true);
  const [shown, setShown] = useState<ShownHint>({ view: noHints, since: 0 });
  const live = camera.state.phase === 'live';

  const grab = (longestSide: number, quality: number) =>
    video.current === null ? Promise.resolve(null) : frameOf(video.current, shownPart, longestSide, quality);
  const take = async () => {
    const picture = await grab(pictureSide, 0.93);
    if (picture !== null) {
      onPicture(picture);
    }
  };

  const takeByItself = useEffectEvent(() => {
    if (byItself) {
      void take();
    }
    return byItself;
  });
  const look = useEffectEvent((signal: AbortSignal) =>
    runHintLoop(
      {
        grab: () => (document.hidden ? Promise.resolve(null) : grab(hintSide, 0.8)),
        assess: (frame, aborted) => api.assessSelfie(frame, aborted),
        show: (view) => setShown((before) => calmHint(before, view, Date.now())),
        ripe: () => takeByItself(),
        broken: (thrown) => {
          const problem = problemIn(thrown);
          if (problem === null || !intercept(problem)) {
            setShown({ view: { ...noHints, trouble: 'offline' }, since: Date.now() });
          }
        },
      },
      signal,
    ),
  );
  useEffect(() => {
    if (!live) {
      return undefined;
    }
    const controller = new AbortController();
    void look(controller.signal);
    return () => controller.abort();
  }, [live]);

  const failed = camera.state.phase === 'failed' ? camera.state.why : null;
  return (
    <div className="capture">
      {failed !== null ? (
        <div className="empty-picture">
          <p className="field-warning" role="status" data-testid="camera-failed">
            {t(`picture.failed.${failed}`)}
          </p>
          <p className="quiet">{t('picture.dropHint')}</p>
        </div>
      ) : (
        <>
          <CameraStage
            camera={camera}
            videoRef={video}
            mirrored
            testId="selfie-video"
            overlay={(aspect) => (
              <OvalGuide aspect={aspect} good={shown.view.good} steady={byItself ? shown.view.steady : 0} />
            )}
          />
          <HintWords view={shown.view} live={live} />
        </>
      )}
      {/* The file button stays where it is when the camera fails, so that nobody's choice is lost in that moment. */}
      <div className="buttons">
        {failed === null ? (
          <button
            type="button"
            className="button button-main"
            disabled={!camera.shows}
            onClick={() => void take()}
            data-testid="selfie-capture"
          >
            <CameraIcon />
            {t('picture.take')}
          </button>
        ) : (
          <button type="button" className="button" onClick={camera.start} data-testid="selfie-camera">
            <CameraIcon />
            {t('picture.open')}
          </button>
        )}
        <FileButton testId="selfie-file" onPicture={onPicture} />
      </div>
      {failed === null && (
        <label className="switch">
          <input
            type="checkbox"
            checked={byItself}
            onChange={(event) => setByItself(event.target.checked)}
            data-testid="selfie-auto"
          />
          {t('selfie.auto')}
        </label>
      )}
    </div>
  );
}
