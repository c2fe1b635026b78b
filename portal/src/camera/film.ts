/**
 * Films the answer to a challenge: first a look straight into the camera, then one movement after the other, a few frames of
 * each. The frames stay in this page until all of them are sent together.
 */
import { pause, stopped } from '../api/patience';
import type { Movement } from '../api/types';

/** One frame of the film. */
export interface Shot {
  picture: Blob;
  /** When it was taken, in milliseconds of the page's own steady clock. */
  at: number;
  /** What was asked for then: 0 to look straight into the camera, n for the n-th movement. */
  prompt: number;
}

export interface FilmParts {
  /** The next new frame of the camera, for that prompt; null when none comes. */
  grab: (prompt: number) => Promise<Blob | null>;
  /** A steady clock, in milliseconds. */
  now: () => number;
  /** A prompt begins, or goes on. @param done how much of it is over, 0 to 1 */
  show: (prompt: number, done: number) => void;
  /** Nothing more is asked for. One last frame is taken a moment later: eyes that open only now are seen to be open. */
  over: () => void;
}

/** How many frames are taken of a prompt, and how far apart they are at least. */
export interface Pace {
  frames: number;
  millis: number;
}

export const straightPace: Pace = { frames: 3, millis: 450 };
/** Three and a half seconds for each movement: to read it, to do it, to have it seen, and to open the eyes again. */
const movementPace: Pace = { frames: 7, millis: 500 };
/** About twice as long: for whoever listens to the page, or moves slowly. Who moves slowly stays turned for longer, too. */
const calmPace: Pace = { frames: 6, millis: 1150 };
/** Eyes need not stay closed for longer: as calm, with frames no further apart than a short second lasts. */
const calmBlinkPace: Pace = { frames: 9, millis: 700 };

/** @param calm whether the person asked for more time */
export function paceOf(movement: Movement, calm: boolean): Pace {
  if (!calm) {
    return movementPace;
  }
  return movement === 'BLINK' ? calmBlinkPace : calmPace;
}

/**
 * How well a frame is kept as a JPEG. The one that becomes the selfie is of the first prompt; what the others show is only
 * measured, and there are some twenty of them to be sent.
 */
export function qualityOf(prompt: number): number {
  return prompt === 0 ? 0.85 : 0.7;
}

/**
 * @param movements the pace of each that is asked for, after the look straight into the camera
 * @returns null when the camera gives no more frames, or the signal has ended it
 */
export async function film(
  movements: readonly Pace[],
  parts: FilmParts,
  signal: AbortSignal,
): Promise<Shot[] | null> {
  const shots: Shot[] = [];
  for (const [prompt, { frames, millis }] of [straightPace, ...movements].entries()) {
    for (let frame = 0; frame < frames; frame++) {
      const last = prompt === movements.length && frame === frames - 1;
      if (last) {
        parts.over();
        await pause(2 * millis, signal).catch(() => undefined);
      } else {
        parts.show(prompt, frame / frames);
      }
      const began = parts.now();
      const picture = await parts.grab(prompt);
      if (picture === null || stopped(signal)) {
        return null;
      }
      shots.push({ picture, at: Math.round(parts.now()), prompt });
      if (!last) {
        await pause(Math.max(0, millis - (parts.now() - began)), signal).catch(() => undefined);
      }
    }
  }
  return stopped(signal) ? null : shots;
}

/** Resolves with true at the camera's next new picture, so that no picture is taken twice; with false when none comes. */
export function nextPicture(video: HTMLVideoElement, patienceMillis = 3000): Promise<boolean> {
  // Absent in older browsers, whatever the types say: there a picture may be taken twice.
  if (!('requestVideoFrameCallback' in video)) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMillis);
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

/** What the browser says of the camera. */
export function cameraFacts(stream: MediaStream) {
  const track = stream.getVideoTracks()[0];
  const { width, height, frameRate } = track?.getSettings() ?? {};
  const label = track?.label ?? '';
  return {
    label: label === '' ? null : label.slice(0, 200),
    width: width ?? null,
    height: height ?? null,
    frameRate: frameRate ?? null,
  };
}
