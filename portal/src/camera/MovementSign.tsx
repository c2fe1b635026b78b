/** A drawn sign for what is asked for, over the picture. A text says the same. */
import type { Prompt } from '../api/types';

const head = 'M50 22a21 26 0 1 1 0 52a21 26 0 1 1 0-52Z';

/** Arrows point where the person goes in the mirrored picture: their own left is on the left. */
const arrows: Record<Prompt, string> = {
  LOOK_STRAIGHT: '',
  TURN_LEFT: 'M24 48H4m9-10L3 48l10 10',
  TURN_RIGHT: 'M76 48h20m-9-10 10 10-10 10',
  LOOK_UP: 'M50 16V2m-9 8 9-8 9 8',
  COME_CLOSER: 'M24 22 12 10m0 9v-9h9M76 22l12-12m0 9v-9h-9M24 74 12 86m0-9v9h9M76 74l12 12m0-9v9h-9',
  BLINK: '',
  OPEN_MOUTH: '',
};

export function MovementSign({ prompt }: { prompt: Prompt }) {
  return (
    <svg
      className="movement-sign"
      data-prompt={prompt}
      viewBox="0 0 100 92"
      aria-hidden="true"
      focusable="false"
    >
      <path d={head} />
      <g className="movement-sign-face">
        {prompt === 'BLINK' ? (
          <path d="M36 45q5 5 10 0m8 0q5 5 10 0" />
        ) : (
          <path d="M41 43v3m18-3v3" className="movement-sign-eyes" />
        )}
        {prompt === 'OPEN_MOUTH' ? <ellipse cx="50" cy="62" rx="5" ry="7" /> : <path d="M43 62q7 5 14 0" />}
      </g>
      <path className="movement-sign-arrow" d={arrows[prompt]} />
    </svg>
  );
}
