import { useSearchParams } from 'react-router';

interface Props<T extends string> {
  label: string;
  tabs: readonly T[];
  chosen: T | undefined;
  onChoose: (tab: T) => void;
  name: (tab: T) => string;
  /** The test id of each is this and the tab. */
  testId: string;
}

/** The parts of a desk; nothing to choose where there is only one. */
export function DeskTabs<T extends string>({ label, tabs, chosen, onChoose, name, testId }: Props<T>) {
  if (tabs.length < 2) {
    return null;
  }
  return (
    <nav className="filter no-print" aria-label={label}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={chosen === one}
          onClick={() => onChoose(one)}
          data-testid={`${testId}-${one}`}
        >
          {name(one)}
        </button>
      ))}
    </nav>
  );
}

/** Which part of a desk is open. It stands in the address, so that a reload and the way back find it again. */
export function useDeskTab<T extends string>(tabs: readonly T[]): [T | undefined, (tab: T) => void] {
  const [query, setQuery] = useSearchParams();
  const wanted = query.get('part');
  const chosen = tabs.find((tab) => tab === wanted) ?? tabs[0];
  return [chosen, (tab) => setQuery({ part: tab })];
}
