import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many rows are shown before somebody asks for the rest. */
export const shortLength = 12;

/** The first rows of a long list, and a button for the others. */
export function ShortList<T>({ items, children }: { items: readonly T[]; children: (item: T) => ReactNode }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, shortLength);
  return (
    <>
      <ul className="rows">{shown.map(children)}</ul>
      {shown.length < items.length && (
        <button
          type="button"
          className="button button-small"
          onClick={() => setAll(true)}
          data-testid="show-all"
        >
          {t('operator.showAll', { number: items.length })}
        </button>
      )}
    </>
  );
}
