import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChallengeResult, Prompt } from '../api/types';
import { CameraStage } from '../camera/CameraStage';
import { cameraFacts, film, nextPicture, paceOf, qualityOf } from '../camera/film';
import { OvalGuide } from '../camera/guides';
import { MovementSign } from '../camera/MovementSign';
import { frameSide } from '../camera/picture';
import type { Camera } from '../camera/useCamera';
import { CameraIcon } from '../ui/icons';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { HintWords } from './HintWords';
import { MovementResult } from './MovementResult';
import { Instruction, Sending, type Asked } from './MovementWords';
import { useRoad } from './RoadContext';
import { shownFrame, useSelfieHints } from './useHints';
import { useTake } from './useTake';

/** Absent where nothing can vibrate, whatever the types say. */
function vibrate() {
  if ('vibrate' in navigator) {
    navigator.vibrate(60);
  }
}

/** The live camera that asks for movements, one at a time, and sends what it filmed. */
export function MovementCamera({ camera, instead }: { camera: Camera; instead: React.ReactNode }) {
  const { t } = useTranslation();
  const { api, intercept } = useRoad();
  const video = useRef<HTMLVideoElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<ChallengeResult | 'camera-lost' | null>(null);
  const [calm, setCalm] = useState(false);
  const stream = camera.state.phase === 'live' ? camera.state.stream : null;

  const grabNew = async (prompt: number) =>
    video.current !== null && (await nextPicture(video.current))
      ? shownFrame(video, frameSide, qualityOf(prompt))
      : null;

  const { answer, look, share, goOnIfKept } = useTake(setResult, camera.stop);

  const start = useAction(async (signal) => {
    answer.forget();
    look.forget();
    const before = await api.application(signal);
    if (goOnIfKept(before)) {
      return;
    }
    const challenge = await api.drawChallenge(signal);
    // Only now: where no more movements are to be had, the last result says why and until when.
    setResult(null);
    const prompts: Prompt[] = ['LOOK_STRAIGHT', ...challenge.movements];
    const steps = challenge.movements.length;
    const shots = await film(
      challenge.movements.map((movement) => paceOf(movement, calm)),
      {
        grab: grabNew,
        now: () => performance.now(),
        show: (step, done) => {
          if (done === 0 && step > 0) {
            // Felt by whoever has just closed their eyes; most phones have it, nobody else misses it.
            vibrate();
          }
          setAsked({ prompt: prompts[step] ?? 'LOOK_STRAIGHT', step, steps, done, calm, over: false });
        },
        over: () => {
          vibrate();
          setAsked({ prompt: 'LOOK_STRAIGHT', step: steps, steps, done: 1, calm, over: true });
        },
      },
      signal,
    ).finally(() => setAsked(null));
    if (shots === null) {
      setResult('camera-lost');
      return;
    }
    const facts = stream === null ? null : cameraFacts(stream);
    const selfieBefore = before.selfie?.receivedAt ?? null;
    await answer.run({ nonce: challenge.nonce, shots, facts, selfieBefore });
  }, intercept);

  /** All is done but to see how the application is now. */
  const arriving = look.running || look.problem?.passing === true;
  const aiming = asked === null && !start.running && !answer.running && !arriving && result === null;
  const hints = useSelfieHints(video, aiming ? stream : null, () => false);

  return (
    <div className="capture">
      <CameraStage
        camera={camera}
        videoRef={video}
        mirrored
        testId="selfie-video"
        overlay={(aspect) => (
          <>
            <OvalGuide
              aspect={aspect}
              good={asked !== null || (aiming && hints.good)}
              steady={asked === null ? 0 : (asked.step + asked.done) / (asked.steps + 1)}
            />
            {asked !== null && <MovementSign prompt={asked.prompt} />}
          </>
        )}
      />
      {asked !== null ? (
        <Instruction asked={asked} />
      ) : arriving ? (
        <p className="hint" role="status" data-testid="movements-done">
          {t('movements.done')}
        </p>
      ) : answer.running ? (
        <Sending share={share} />
      ) : (
        aiming && <HintWords view={hints} live={stream !== null} />
      )}
      {result !== null && <MovementResult result={result} />}
      <ActionNotice action={start} />
      <ActionNotice action={answer} />
      <ActionNotice action={look} />
      {asked === null && !answer.running && !arriving && (
        <>
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={!camera.shows || start.running}
              onClick={() => void start.run()}
              data-testid="movements-start"
            >
              <CameraIcon />
              {t(result === null ? 'movements.start' : 'movements.again')}
            </button>
          </div>
          <label className="switch">
            <input
              type="checkbox"
              checked={calm}
              onChange={(event) => setCalm(event.target.checked)}
              data-testid="movements-calm"
            />
            {t('movements.calm')}
          </label>
        </>
      )}
      {instead}
    </div>
  );
}
