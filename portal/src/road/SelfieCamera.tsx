import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraStage } from '../camera/CameraStage';
import { OvalGuide } from '../camera/guides';
import { pictureSide } from '../camera/picture';
import type { Camera } from '../camera/useCamera';
import { CameraIcon } from '../ui/icons';
import { FileButton } from './FileButton';
import { HintWords } from './HintWords';
import { shownFrame, useSelfieHints } from './useHints';

/** The live selfie camera with its oval, its hints, and its two ways of taking the picture. */
export function SelfieCamera({ camera, onPicture }: { camera: Camera; onPicture: (picture: Blob) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [byItself, setByItself] = useState(true);
  const live = camera.state.phase === 'live';

  const take = async () => {
    const picture = await shownFrame(video, pictureSide, 0.93);
    if (picture !== null) {
      onPicture(picture);
    }
  };

  const hints = useSelfieHints(video, live, () => {
    if (byItself) {
      void take();
    }
    return byItself;
  });

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
              <OvalGuide aspect={aspect} good={hints.good} steady={byItself ? hints.steady : 0} />
            )}
          />
          <HintWords view={hints} live={live} />
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
