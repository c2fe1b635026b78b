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
import { ProgressBar } from '../ui/ProgressBar';
import { useAction } from '../ui/useAction';
import { HintWords } from './HintWords';
import { MovementResult } from './MovementResult';
import { useRoad } from './RoadContext';
import { shownFrame, useSelfieHints } from './useHints';

/** Absent where nothing can vibrate, whatever the types say. */
function vibrate() {
  if ('vibrate' in navigator) {
    navigator.vibrate(60);
  }
}

/** What is asked for now. */
interface Asked {
  prompt: Prompt;
  step: number;
  steps: number;
  done: number;
  /** More time was asked for. */
  calm: boolean;
  /** Everything was asked for. */
  over: boolean;
}

/** The live camera that asks for movements, one at a time, and sends what it filmed. */
export function MovementCamera({ camera, instead }: { camera: Camera; instead: React.ReactNode }) {
  const { t } = useTranslation();
  const { api, arrived, keepSent, intercept } = useRoad();
  const video = useRef<HTMLVideoElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<ChallengeResult | 'camera-lost' | null>(null);
  const [calm, setCalm] = useState(false);
  const [share, setShare] = useState(0);
  const stream = camera.state.phase === 'live' ? camera.state.stream : null;

  const grabNew = async (prompt: number) =>
    video.current !== null && (await nextPicture(video.current))
      ? shownFrame(video, frameSide, qualityOf(prompt))
      : null;

  const answer = useAction(
    async (signal, nonce: string, shots: NonNullable<Awaited<ReturnType<typeof film>>>) => {
      const facts = stream === null ? null : cameraFacts(stream);
      setShare(0);
      const judged = await api.answerChallenge(nonce, shots, facts, setShare, signal);
      if (judged.keptFrame === null) {
        setResult(judged);
        return;
      }
      const application = await api.application(signal);
      camera.stop();
      keepSent({ selfie: shots[judged.keptFrame]?.picture ?? null, filmed: true });
      arrived(application);
    },
    intercept,
  );

  const start = useAction(async (signal) => {
    answer.forget();
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
    await answer.run(challenge.nonce, shots);
  }, intercept);

  const aiming = asked === null && !start.running && !answer.running && result === null;
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
      ) : answer.running ? (
        <Sending share={share} />
      ) : (
        aiming && <HintWords view={hints} live={stream !== null} />
      )}
      {result !== null && <MovementResult result={result} />}
      <ActionNotice action={start} />
      <ActionNotice action={answer} />
      {asked === null && !answer.running && (
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

/** One instruction at a time; read out at once, since it is what to do now. */
function Instruction({ asked }: { asked: Asked }) {
  const { t } = useTranslation();
  // Frames are further apart then; two seconds are seen for certain.
  const words = asked.over
    ? 'movements.over'
    : asked.calm && asked.prompt === 'BLINK'
      ? 'movements.calmBlink'
      : (`movements.prompt.${asked.prompt}` as const);
  return (
    <div className="movement" data-testid="movement" data-prompt={asked.prompt}>
      <p className="hint" role="status" aria-live="assertive" data-testid="movement-words">
        {t(words)}
      </p>
      <p className="quiet">
        {asked.step === 0
          ? t('movements.first')
          : t('movements.stepOf', { step: asked.step, total: asked.steps })}
      </p>
    </div>
  );
}

/** What happens to the film, once it is made. @param share what of it was sent, 0 to 1 */
function Sending({ share }: { share: number }) {
  const { t, i18n } = useTranslation();
  const percent = Math.floor(share * 100);
  return (
    <>
      <p className="hint" role="status" data-testid="movements-sending">
        {t(share < 1 ? 'movements.sending' : 'movements.checking')}
      </p>
      {share < 1 && (
        <ProgressBar
          label={t('movements.sent')}
          value={percent}
          most={100}
          words={(percent / 100).toLocaleString(i18n.language, { style: 'percent' })}
          testId="movements-progress"
        />
      )}
    </>
  );
}
