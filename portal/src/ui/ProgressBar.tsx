import { useId } from 'react';

interface Props {
  label: string;
  /** How much is done, of `most`. */
  value: number;
  most: number;
  /** The same in words. */
  words: string;
  testId: string;
}

/** How far something long is. */
export function ProgressBar({ label, value, most, words, testId }: Props) {
  const id = useId();
  const share = most === 0 ? 1 : Math.min(1, value / most);
  return (
    <div className="progress-bar" data-testid={testId}>
      <span id={id}>{label}</span>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={most}
        aria-valuenow={Math.min(value, most)}
        aria-valuetext={words}
      >
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="progress-ground" width="100" height="4" />
          <rect className="progress-done" width={100 * share} height="4" />
        </svg>
      </div>
      <small>{words}</small>
    </div>
  );
}
