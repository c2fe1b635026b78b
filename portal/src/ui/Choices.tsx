import { useId, type ReactNode } from 'react';

interface Props<T extends string> {
  legend: string;
  options: readonly T[];
  chosen: T | null;
  onChoose: (option: T) => void;
  /** What stands beside each option. */
  children: (option: T) => ReactNode;
  /** The test id of each option is this and the option. */
  testId: string;
}

/** One of a few, each in a line of its own. */
export function Choices<T extends string>({ legend, options, chosen, onChoose, children, testId }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={chosen === option}
            onChange={() => onChoose(option)}
            data-testid={`${testId}-${option}`}
          />
          <span>{children(option)}</span>
        </label>
      ))}
    </fieldset>
  );
}
