import { useTranslation } from 'react-i18next';
import type { Prompt } from '../api/types';
import { ProgressBar } from '../ui/ProgressBar';

/** What is asked for now. */
export interface Asked {
  prompt: Prompt;
  step: number;
  steps: number;
  done: number;
  /** More time was asked for. */
  calm: boolean;
  /** Everything was asked for. */
  over: boolean;
}

/** One instruction at a time; read out at once, since it is what to do now. */
export function Instruction({ asked }: { asked: Asked }) {
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

/** What happens to the film, once it is made. @param share what of it was sent, 0 to 1; null while it is not being sent */
export function Sending({ share }: { share: number | null }) {
  const { t, i18n } = useTranslation();
  const percent = Math.floor((share ?? 0) * 100);
  const underWay = share !== null && share < 1;
  return (
    <>
      <p className="hint" role="status" data-testid="movements-sending">
        {t(underWay ? 'movements.sending' : 'movements.checking')}
      </p>
      {underWay && (
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
