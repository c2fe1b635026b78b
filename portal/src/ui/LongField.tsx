import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
  /** In characters. */
  longest: number;
  error: string | undefined;
  /** How many lines are seen; a few sentences where it is left out. */
  rows?: number;
  'data-testid': string;
}

/** From here on it is said how much room is left, in characters. */
const narrow = 200;

/** Room for a few sentences. */
export function LongField({ label, hint, value, onValue, longest, error, rows = 6, ...rest }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const left = longest - value.length;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        rows={rows}
        maxLength={longest}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        onChange={(event) => onValue(event.target.value)}
        {...rest}
      />
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p className="field-hint" role="status">
        {left <= narrow && t('hearing.left', { number: left })}
      </p>
    </div>
  );
}
