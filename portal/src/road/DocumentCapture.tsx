import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraStage } from '../camera/CameraStage';
import { cardPart, stageAspect, visiblePart } from '../camera/geometry';
import { CardGuide } from '../camera/guides';
import { frameOf, pictureSide } from '../camera/picture';
import { useCamera } from '../camera/useCamera';
import { CameraIcon } from '../ui/icons';
import { FileButton } from './FileButton';
import { Picture } from './Picture';
import { useRoad } from './RoadContext';

interface Props {
  /** The person tried to go on without one. */
  missing: boolean;
  /** The picture has changed, so what was said about the one before does not hold any more. */
  onChange: () => void;
}

/** The picture of the document: from the camera through a card's frame, or from a file. */
export function DocumentCapture({ missing, onChange }: Props) {
  const { t } = useTranslation();
  const { draft, setDraft } = useRoad();
  const camera = useCamera('environment');
  const video = useRef<HTMLVideoElement>(null);
  const [justTaken, setJustTaken] = useState(false);

  const give = (document: Blob) => {
    camera.stop();
    setJustTaken(true);
    setDraft({ document, sampleId: null });
    onChange();
  };
  const take = async () => {
    if (video.current !== null) {
      const part = (size: { width: number; height: number }) =>
        cardPart(visiblePart(size, stageAspect(size)));
      const picture = await frameOf(video.current, part, pictureSide, 0.93);
      if (picture !== null) {
        give(picture);
      }
    }
  };

  if (draft.document !== null) {
    return (
      <div className="capture">
        <Picture
          picture={draft.document}
          alt={t('document.alt')}
          testId="document-picture"
          focused={justTaken}
        />
        <div className="buttons">
          <button
            type="button"
            className="button button-plain"
            onClick={() => {
              setDraft({ document: null, sampleId: null });
              onChange();
            }}
            data-testid="document-again"
          >
            {t('picture.again')}
          </button>
        </div>
      </div>
    );
  }
  if (camera.state.phase === 'live' || camera.state.phase === 'starting') {
    return (
      <div className="capture">
        <CameraStage
          camera={camera}
          videoRef={video}
          testId="document-video"
          overlay={(aspect) => <CardGuide aspect={aspect} />}
        />
        <p className="stage-words">{t('document.frame')}</p>
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            disabled={!camera.shows}
            onClick={() => void take()}
            data-testid="document-capture"
          >
            <CameraIcon />
            {t('picture.take')}
          </button>
          <FileButton testId="document-file" onPicture={give} />
        </div>
      </div>
    );
  }
  return (
    <div className={missing ? 'capture picture-missing' : 'capture'}>
      <div className="empty-picture">
        <p className="quiet">{t('picture.dropHint')}</p>
        {camera.state.phase === 'failed' && (
          <p className="field-warning" role="status" data-testid="camera-failed">
            {t(`picture.failed.${camera.state.why}`)}
          </p>
        )}
        <div className="buttons">
          <button type="button" className="button" onClick={camera.start} data-testid="document-camera">
            <CameraIcon />
            {t('picture.open')}
          </button>
          <FileButton testId="document-file" onPicture={give} />
        </div>
      </div>
      {missing && <p className="field-error">{t('document.problem.pictureMissing')}</p>}
    </div>
  );
}
