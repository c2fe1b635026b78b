import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { problemIn } from '../api/problem';
import { calmHint, type ShownHint } from '../camera/calmHint';
import { stageAspect, visiblePart, type Size } from '../camera/geometry';
import { noHints, runHintLoop, type HintView } from '../camera/hintLoop';
import { frameOf, hintSide } from '../camera/picture';
import { useRoad } from './RoadContext';

const shownPart = (size: Size) => visiblePart(size, stageAspect(size));

/** The part of the camera's current frame that is shown; null when there is no camera. */
export function shownFrame(video: RefObject<HTMLVideoElement | null>, longestSide: number, quality: number) {
  return video.current === null
    ? Promise.resolve(null)
    : frameOf(video.current, shownPart, longestSide, quality);
}

/**
 * What would make a better selfie, asked of the server while somebody looks into a live camera.
 *
 * @param stream what the camera gives, or whether it gives anything; hints begin anew when it changes, and end with null or false
 * @param ripe called once frames have been good for long enough; hints end when it returns true
 */
export function useSelfieHints(
  video: RefObject<HTMLVideoElement | null>,
  stream: MediaStream | boolean | null,
  ripe: () => boolean,
): HintView {
  const { api, intercept } = useRoad();
  const [shown, setShown] = useState<ShownHint>({ view: noHints, since: 0 });
  // Asked anew each time, since what the person chose may have changed while the loop runs.
  const isRipe = useEffectEvent(ripe);
  const look = useEffectEvent((signal: AbortSignal) =>
    runHintLoop(
      {
        grab: () => (document.hidden ? Promise.resolve(null) : shownFrame(video, hintSide, 0.8)),
        assess: (frame, aborted) => api.assessSelfie(frame, aborted),
        show: (view) => setShown((before) => calmHint(before, view, Date.now())),
        ripe: () => isRipe(),
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
    if (stream === null || stream === false) {
      return undefined;
    }
    const controller = new AbortController();
    void look(controller.signal);
    return () => controller.abort();
  }, [stream]);
  return shown.view;
}
