/**
 * Shows frames of the camera to the server, one at a time and about twice a second at most, says what would make a better
 * picture, and takes it once the frames have been good for a while.
 */
import { problemIn } from '../api/problem';
import { pause, stopped } from '../api/patience';
import type { FrameAssessment } from '../api/types';

export interface HintView {
  /** What to do; null when there is nothing to do. */
  hint: FrameAssessment['hints'][number] | null;
  /** The last frame would make a good selfie. */
  good: boolean;
  /** How much of the time until the picture is taken by itself has passed, 0 to 1. */
  steady: number;
  /** Why there are no hints at the moment. */
  trouble: 'busy' | 'offline' | null;
}

export const noHints: HintView = { hint: null, good: false, steady: 0, trouble: null };

export interface HintLoopParts {
  /** The current frame; null when there is none, or nobody looks. */
  grab: () => Promise<Blob | null>;
  assess: (frame: Blob, signal: AbortSignal) => Promise<FrameAssessment>;
  show: (view: HintView) => void;
  /** Called once frames have been good for long enough. The loop ends when it returns true. */
  ripe: () => boolean;
  /** A problem that does not pass, such as a session that ended. The loop has ended. */
  broken: (thrown: unknown) => void;
}

/** Shortest time from one frame to the next, in milliseconds. */
export const frameMillis = 600;
/** For how long frames must be good before the picture is taken, in milliseconds. */
export const steadyMillis = 1500;

/** Runs until the signal ends it, the picture is taken, or a problem does not pass. */
export async function runHintLoop(parts: HintLoopParts, signal: AbortSignal): Promise<void> {
  let goodSince: number | null = null;
  while (!stopped(signal)) {
    const started = Date.now();
    let wait = frameMillis;
    try {
      const frame = await parts.grab();
      if (frame !== null) {
        const assessment = await parts.assess(frame, signal);
        if (stopped(signal)) {
          return;
        }
        const good = isGood(assessment);
        goodSince = good ? (goodSince ?? started) : null;
        const steady = goodSince === null ? 0 : Math.min(1, (Date.now() - goodSince) / steadyMillis);
        parts.show({ hint: assessment.hints[0] ?? null, good, steady, trouble: null });
        if (steady === 1 && parts.ripe()) {
          return;
        }
      }
    } catch (thrown) {
      if (stopped(signal)) {
        return;
      }
      const trouble = passingTrouble(thrown);
      if (trouble === null) {
        parts.broken(thrown);
        return;
      }
      goodSince = null;
      wait = trouble.waitMillis;
      parts.show({ ...noHints, trouble: trouble.kind });
    }
    await pause(Math.max(50, wait - (Date.now() - started)), signal).catch(() => undefined);
  }
}

/** A picture with something still to be improved may be usable, but is not worth taking unasked. */
function isGood(assessment: FrameAssessment): boolean {
  return assessment.usable && assessment.hints.length === 0;
}

function passingTrouble(thrown: unknown): { kind: 'busy' | 'offline'; waitMillis: number } | null {
  const problem = problemIn(thrown);
  if (problem?.status === 503) {
    return { kind: 'busy', waitMillis: Math.max(1, problem.retryAfterSeconds ?? 2) * 1000 };
  }
  return problem?.passing === true ? { kind: 'offline', waitMillis: 2000 } : null;
}
