import { useTranslation } from 'react-i18next';
import type { TransparencyMonth } from '../api/types';
import { monthName } from './months';

type Count = TransparencyMonth['total'];

const outcomes = ['VERIFIED', 'REFUSED', 'REVIEW'] as const;

/** The numbers of the chart and more, for whoever reads rather than sees. */
export function DecisionTable({ months }: { months: readonly TransparencyMonth[] }) {
  const { t, i18n } = useTranslation();
  const shown = (count: Count | undefined) =>
    count === undefined ? '0' : count.shown === 'withheld' ? t('privacy.transparency.hidden') : count.shown;
  return (
    // Wide tables scroll on a phone, and what scrolls can be reached by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="paper-table" role="region" tabIndex={0} aria-label={t('privacy.transparency.table')}>
      <table data-testid="transparency-table">
        <caption>{t('privacy.transparency.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacy.transparency.month')}</th>
            <th scope="col">{t('privacy.transparency.total')}</th>
            {outcomes.map((name) => (
              <th key={name} scope="col">
                {t(`privacy.transparency.outcome.${name}`)}
              </th>
            ))}
            <th scope="col">{t('privacy.transparency.attended')}</th>
            <th scope="col">{t('privacy.transparency.overturned')}</th>
            <th scope="col">{t('privacy.transparency.median')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthName(month.month, i18n.language)}</th>
              <td>{shown(month.total)}</td>
              {outcomes.map((name) => (
                <td key={name}>{shown(month.outcomes.find(({ outcome }) => outcome === name)?.count)}</td>
              ))}
              <td>{shown(month.attended)}</td>
              <td>{shown(month.overturnedRefusals)}</td>
              <td>
                {month.medianSeconds === null
                  ? t('privacy.transparency.hidden')
                  : t('privacy.transparency.seconds', { seconds: month.medianSeconds })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
