/**
 * Films the answer to a challenge: first a look straight into the camera, then one movement after the other, a few frames of
 * each. The frames stay in this page until all of them are sent together.
 */
import { pause, stopped } from '../api/patience';

/** One frame of the film. */
export interface Shot {
  picture: Blob;
  /** When it was taken, in milliseconds of the page's own steady clock. */
  at: number;
  /** What was asked for then: 0 to look straight into the camera, n for the n-th movement. */
  prompt: number;
}

export interface FilmParts {
  /** The next new frame of the camera; null when none comes. */
  grab: () => Promise<Blob | null>;
  /** A steady clock, in milliseconds. */
  now: () => number;
  /** A prompt begins, or goes on. @param done how much of it is over, 0 to 1 */
  show: (prompt: number, done: number) => void;
}

/** How many frames are taken of a prompt, and how far apart they are at least. */
export interface Pace {
  frames: number;
  millis: number;
}

export const straightPace: Pace = { frames: 3, millis: 450 };
/** Three and a half seconds for each movement: to read it, to do it, to have it seen, and to open the eyes again. */
export const movementPace: Pace = { frames: 7, millis: 500 };
/** Twice as long: for whoever listens to the page, or moves slowly. The same number of frames, further apart. */
export const calmPace: Pace = { frames: 7, millis: 1000 };

/**
 * @param movements how many are asked for
 * @returns null when the camera gives no more frames, or the signal has ended it
 */
export async function film(
  movements: number,
  pace: Pace,
  parts: FilmParts,
  signal: AbortSignal,
): Promise<Shot[] | null> {
  const shots: Shot[] = [];
  for (let prompt = 0; prompt <= movements; prompt++) {
    const { frames, millis } = prompt === 0 ? straightPace : pace;
    for (let frame = 0; frame < frames; frame++) {
      parts.show(prompt, frame / frames);
      const began = parts.now();
      const picture = await parts.grab();
      if (picture === null || stopped(signal)) {
        return null;
      }
      shots.push({ picture, at: Math.round(parts.now()), prompt });
      await pause(Math.max(0, millis - (parts.now() - began)), signal).catch(() => undefined);
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
