import { useTranslation } from 'react-i18next';
import type { TransparencyMonth } from '../api/types';
import { monthName } from './months';

const outcomes = ['VERIFIED', 'REFUSED', 'REVIEW'] as const;

/** In units of the drawing. */
const column = 60;
const height = 200;

/** Columns of decisions by month. A number that is hidden is drawn as none; the table beside says that it is hidden. */
export function DecisionChart({ months }: { months: readonly TransparencyMonth[] }) {
  const { t, i18n } = useTranslation();
  const counted = months.map((month) => ({
    month: month.month,
    counts: outcomes.map((name) => month.outcomes.find(({ outcome }) => outcome === name)?.count.value ?? 0),
  }));
  const most = Math.max(1, ...counted.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  return (
    <figure className="chart">
      <figcaption>
        <strong>{t('privacy.transparency.chart')}</strong>
        <ul className="legend">
          {outcomes.map((name) => (
            <li key={name} data-outcome={name}>
              {t(`privacy.transparency.outcome.${name}`)}
            </li>
          ))}
        </ul>
      </figcaption>
      <svg
        viewBox={`0 0 ${months.length * column} ${height + 30}`}
        role="img"
        aria-label={t('privacy.transparency.chart')}
      >
        {counted.map(({ month, counts }, index) => (
          <g key={month} transform={`translate(${index * column} 0)`}>
            {stack(counts, most).map(({ y, tall }, part) => (
              <rect
                key={outcomes[part]}
                className="bar"
                data-outcome={outcomes[part]}
                x="12"
                y={y}
                width={column - 24}
                height={tall}
              />
            ))}
            <text x={column / 2} y={height + 20} textAnchor="middle">
              {monthName(month, i18n.language).slice(0, 8)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Parts one upon the other, from the ground up. */
function stack(counts: readonly number[], most: number): { y: number; tall: number }[] {
  let top = height;
  return counts.map((count) => {
    const tall = (count / most) * height;
    top -= tall;
    return { y: top, tall };
  });
}
