import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { FrameAssessment } from '../api/types';
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

/** How a live picture is looked at. */
export interface Looking {
  /** The current frame, small enough to be sent often; null when there is none. */
  grab: () => Promise<Blob | null>;
  assess: (frame: Blob, signal: AbortSignal) => Promise<FrameAssessment>;
  /** Called once frames have been good for long enough; hints end when it returns true. */
  ripe: () => boolean;
}

/** What would make a better selfie, asked of the server while somebody looks into a live camera. */
export function useSelfieHints(
  video: RefObject<HTMLVideoElement | null>,
  stream: MediaStream | boolean | null,
  ripe: () => boolean,
): HintView {
  const { api } = useRoad();
  return useHints(stream, {
    grab: () => shownFrame(video, hintSide, 0.8),
    assess: (frame, aborted) => api.assessSelfie(frame, aborted),
    ripe,
  });
}

/**
 * What would make a better picture, asked of the server while a camera is live.
 *
 * @param stream what the camera gives, or whether it gives anything; hints begin anew when it changes, and end with null or false
 */
export function useHints(stream: MediaStream | boolean | null, looking: Looking): HintView {
  const { intercept } = useRoad();
  const [shown, setShown] = useState<ShownHint>({ view: noHints, since: 0 });
  // Asked anew each time, since what the person chose may have changed while the loop runs.
  const now = useEffectEvent(() => looking);
  const look = useEffectEvent((signal: AbortSignal) =>
    runHintLoop(
      {
        grab: () => (document.hidden ? Promise.resolve(null) : now().grab()),
        assess: (frame, aborted) => now().assess(frame, aborted),
        show: (view) => setShown((before) => calmHint(before, view, Date.now())),
        ripe: () => now().ripe(),
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
