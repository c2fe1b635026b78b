import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyLines } from '../api/types';
import { absoluteTime } from '../i18n/time';

/** One page to take home. It names nobody: the person who takes it knows who they are. */
export function PaperSheet({ lines, at }: { lines: MyLines; at: string }) {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const time = (instant: string) => absoluteTime(instant, i18n.language);
  return (
    <article className="paper" data-testid="paper-sheet">
      <h2 ref={heading} tabIndex={-1}>
        {t('staff.paper.title')}
      </h2>
      <p>
        {t('staff.paper.day', { time: time(at) })}.{' '}
        {t('staff.paper.verified', { time: time(lines.verifiedAt) })}
      </p>
      {lines.lines.length === 0 ? (
        <p>
          <strong>{t('staff.paper.none')}</strong>
        </p>
      ) : (
        // Wide tables scroll on a phone, and what scrolls can be reached by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="paper-table" role="region" tabIndex={0} aria-label={t('staff.paper.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('staff.paper.number')}</th>
                <th scope="col">{t('staff.paper.operator')}</th>
                <th scope="col">{t('staff.paper.since')}</th>
                <th scope="col">{t('staff.paper.status')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.lines.map((line) => (
                <tr key={line.id} data-testid="paper-line">
                  <th scope="row">
                    {line.line}
                    <small>{t(`service.${line.service}`)}</small>
                  </th>
                  <td>{line.operator}</td>
                  <td>{time(line.since)}</td>
                  <td>{t(`myLines.status.${line.status}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h3>{t('staff.paper.whatNow')}</h3>
      <ul className="plain-list">
        <li>{t('staff.paper.notMine', { address: `${window.location.origin}/my-lines` })}</li>
        <li>{t('staff.paper.notNeeded')}</li>
      </ul>
      <p className="quiet">{t('staff.paper.keep')}</p>
    </article>
  );
}
