import { useId, type InputHTMLAttributes } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> {
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value, in words. */
  error?: string | undefined;
  /** Worth knowing, but no error. */
  warning?: string | undefined;
  'data-testid': string;
  onValue: (value: string) => void;
}

/** A labelled input with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, warning, onValue, ...input }: Props) {
  const id = useId();
  const said = [
    hint !== undefined ? `${id}-hint` : null,
    error !== undefined ? `${id}-error` : null,
    warning !== undefined ? `${id}-warning` : null,
  ].filter((part) => part !== null);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={said.length === 0 ? undefined : said.join(' ')}
        onChange={(event) => onValue(event.target.value)}
      />
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {warning !== undefined && (
        <p className="field-warning" id={`${id}-warning`}>
          {warning}
        </p>
      )}
    </div>
  );
}
