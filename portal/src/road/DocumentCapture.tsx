import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraStage } from '../camera/CameraStage';
import { cardPart, stageAspect, visiblePart } from '../camera/geometry';
import { CardGuide } from '../camera/guides';
import { frameOf, pictureSide, zoneSide } from '../camera/picture';
import { useCamera } from '../camera/useCamera';
import { CameraIcon } from '../ui/icons';
import { FileButton } from './FileButton';
import { HintWords } from './HintWords';
import { Picture } from './Picture';
import { useHints } from './useHints';
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
  const { api, draft, setDraft } = useRoad();
  const camera = useCamera('environment');
  const video = useRef<HTMLVideoElement>(null);
  const [justTaken, setJustTaken] = useState(false);

  const { stop } = camera;
  const given = draft.document !== null;
  useEffect(() => {
    // Wherever the picture came from: one of a made-up applicant is chosen outside of here.
    if (given) {
      stop();
    }
  }, [given, stop]);

  const give = (document: Blob) => {
    setJustTaken(true);
    setDraft({ document, sampleId: null });
    onChange();
  };
  const frame = (longestSide: number, quality: number) =>
    video.current === null
      ? Promise.resolve(null)
      : frameOf(
          video.current,
          (size) => cardPart(visiblePart(size, stageAspect(size))),
          longestSide,
          quality,
        );
  const take = async () => {
    const picture = await frame(pictureSide, 0.93);
    if (picture !== null) {
      give(picture);
    }
  };
  // The picture is taken by hand only: whether it is the right side, the person knows best.
  const hints = useHints(camera.state.phase === 'live', {
    grab: () => frame(zoneSide, 0.85),
    assess: (picture, aborted) => api.assessDocument(picture, aborted),
    ripe: () => false,
  });

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
        <HintWords view={hints} live={camera.state.phase === 'live'} of="document" />
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
