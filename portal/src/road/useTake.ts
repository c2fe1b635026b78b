import { useRef, useState } from 'react';
import { problemIn } from '../api/problem';
import type { Application, CameraFacts, ChallengeResult } from '../api/types';
import type { Shot } from '../camera/film';
import { useAction, type Action } from '../ui/useAction';
import { useRoad } from './RoadContext';

/** What was filmed for one challenge. */
export interface Take {
  nonce: string;
  shots: readonly Shot[];
  facts: CameraFacts | null;
  /** When the selfie arrived that was there before, perhaps out of an earlier challenge; null when there was none. */
  selfieBefore: string | null;
}

interface Taken {
  /** Sends it, and goes on when a frame of it was kept. */
  answer: Action<[Take]>;
  /** Sees how the application is, after a frame was kept, and goes on. */
  look: Action<[Blob | null]>;
  /** What was sent, 0 to 1; null while nothing is being sent. */
  share: number | null;
  /** Goes on where the last take was kept and only its answer got lost. @return whether it was */
  goOnIfKept: (application: Application) => boolean;
}

/**
 * A challenge can be answered once, and the answer to it may get lost. So a frame that was kept leads on, whether the page was told of
 * it or sees it in the application.
 *
 * @param judged is told what came of it when nothing was kept
 * @param leave is called before the road goes on
 */
export function useTake(judged: (result: ChallengeResult) => void, leave: () => void): Taken {
  const { api, arrived, keepSent, intercept } = useRoad();
  const [share, setShare] = useState<number | null>(null);
  /** Was sent, and may have been kept. */
  const open = useRef<Take | null>(null);

  const goOn = (application: Application, selfie: Blob | null) => {
    leave();
    keepSent({ selfie, filmed: true });
    arrived(application);
  };
  const goOnIfKept = (application: Application) => {
    const kept = open.current !== null && hasKept(application, open.current);
    if (kept) {
      // Which of the frames it was is not known.
      goOn(application, null);
    }
    return kept;
  };

  const look = useAction(
    async (signal, selfie: Blob | null) => goOn(await api.application(signal), selfie),
    intercept,
  );

  const answer = useAction(async (signal, take: Take) => {
    const again = open.current === take;
    open.current = take;
    setShare(null);
    // A look takes a moment, sending everything once more takes minutes on a slow line.
    if (again && goOnIfKept(await api.application(signal))) {
      return;
    }
    setShare(0);
    let result: ChallengeResult;
    try {
      result = await api.answerChallenge(take.nonce, take.shots, take.facts, setShare, signal);
    } catch (thrown) {
      if (problemIn(thrown)?.code === 'challenge-unknown' && goOnIfKept(await api.application(signal))) {
        return;
      }
      throw thrown;
    }
    if (result.keptFrame === null) {
      open.current = null;
      judged(result);
    } else {
      await look.run(take.shots[result.keptFrame]?.picture ?? null);
    }
  }, intercept);

  return { answer, look, share, goOnIfKept };
}

/** Whether the selfie that is there now came out of this take. */
function hasKept({ challenge, selfie }: Application, { selfieBefore }: Take): boolean {
  return challenge.answered && selfie !== null && selfie.receivedAt !== selfieBefore;
}
