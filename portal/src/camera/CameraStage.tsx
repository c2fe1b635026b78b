import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../ui/Spinner';
import type { Camera } from './useCamera';
import { stageAspect } from './geometry';

interface Props {
  camera: Camera;
  videoRef: RefObject<HTMLVideoElement | null>;
  /** Shown as in a mirror, as people know themselves. What is sent is never mirrored. */
  mirrored?: boolean;
  testId: string;
  /** What is drawn over the picture, for the aspect (width / height) in which it is shown. */
  overlay: (aspect: number) => ReactNode;
}

/** The live picture of the camera, in its own aspect, with a guide drawn over it. */
export function CameraStage({ camera, videoRef, mirrored = false, testId, overlay }: Props) {
  const { t } = useTranslation();
  const [aspect, setAspect] = useState(4 / 3);
  const stream = camera.state.phase === 'live' ? camera.state.stream : null;

  useEffect(() => {
    if (videoRef.current !== null) {
      videoRef.current.srcObject = stream;
    }
  }, [stream, videoRef]);

  const measure = () => {
    if (videoRef.current !== null && videoRef.current.videoWidth > 0) {
      setAspect(stageAspect({ width: videoRef.current.videoWidth, height: videoRef.current.videoHeight }));
    }
  };

  return (
    <div className="stage" style={{ aspectRatio: aspect }} data-phase={camera.state.phase}>
      <video
        ref={videoRef}
        className={mirrored ? 'mirrored' : undefined}
        autoPlay
        muted
        playsInline
        onLoadedMetadata={measure}
        onLoadedData={camera.showing}
        onResize={measure}
        data-testid={testId}
      />
      {stream === null ? <Spinner>{t('picture.starting')}</Spinner> : overlay(aspect)}
    </div>
  );
}
