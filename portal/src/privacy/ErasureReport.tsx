import { useTranslation } from 'react-i18next';
import type { PersonalErasure } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { Done } from '../ui/Done';

/** What is gone, and what has to stay with its reason and its day. */
export function ErasureReport({ report }: { report: PersonalErasure }) {
  const { t, i18n } = useTranslation();
  const gone = report.erased.filter(({ count }) => count > 0);
  return (
    <div className="once" data-testid="erasure-report">
      <Done>{t('privacy.mine.done')}</Done>
      <h3>{t('privacy.mine.gone')}</h3>
      {gone.length === 0 ? (
        <p>{t('privacy.mine.nothingGone')}</p>
      ) : (
        <ul className="plain-list">
          {gone.map((one) => (
            <li key={`${one.section} ${one.kind}`}>
              {one.what} ({one.count})
            </li>
          ))}
        </ul>
      )}
      <h3>{t('privacy.mine.stays')}</h3>
      {report.kept.length === 0 ? (
        <p>{t('privacy.mine.nothingStays')}</p>
      ) : (
        <ul className="plain-list">
          {report.kept.map((one) => (
            <li key={`${one.section} ${one.rule.kind}`}>
              {one.rule.what} ({one.count}). {one.rule.why}{' '}
              {one.until === null
                ? t('privacy.mine.whileHeld')
                : t('privacy.mine.until', { time: absoluteTime(one.until, i18n.language) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
