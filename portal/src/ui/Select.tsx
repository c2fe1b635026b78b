import { useId } from 'react';

interface Props {
  label: string;
  options: readonly { value: string; name: string }[];
  value: string;
  onValue: (value: string) => void;
  error?: string | undefined;
  'data-testid': string;
}

/** One of many, by name. */
export function Select({ label, options, value, onValue, error, ...rest }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
