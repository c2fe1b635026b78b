import { useTranslation } from 'react-i18next';
import type { MyLine, MyOrganisation } from '../api/types';
import { LineCard } from './LineCard';

interface Props {
  organisations: readonly MyOrganisation[];
  /** Those of the person are left out. */
  lines: readonly MyLine[];
}

/** The lines of each organisation that the person acts for, apart from their own. */
export function OrganisationLines({ organisations, lines }: Props) {
  const { t } = useTranslation();
  const holders = [...new Set(lines.flatMap(({ organisationId }) => organisationId ?? []))];
  return holders.map((id) => {
    const title = `lines-of-${id}`;
    const name = organisations.find((one) => one.id === id)?.name ?? t('organisations.lines.unnamed');
    return (
      <section
        key={id}
        className="organisation-lines"
        aria-labelledby={title}
        data-testid="organisation-lines"
        data-organisation={id}
      >
        <h2 id={title}>{t('organisations.lines.title', { name })}</h2>
        <p className="quiet">{t('organisations.lines.text')}</p>
        <ul className="cards">
          {lines
            .filter(({ organisationId }) => organisationId === id)
            .map((line) => (
              <LineCard key={line.id} line={line} />
            ))}
        </ul>
      </section>
    );
  });
}
