import { useTranslation } from 'react-i18next';
import type { Line } from '../api/types';
import { ServiceIcon } from '../ui/ServiceIcon';
import { Time } from '../ui/Time';
import { ShortList } from './ShortList';

/** Lines with their status: what the network may switch on. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="lines-title">
      <h2 id="lines-title">{t('operator.tabs.lines')}</h2>
      {lines.length === 0 && <p className="quiet">{t('operator.lines.empty')}</p>}
      <ShortList items={lines}>
        {(line) => (
          <li
            key={`${line.line} ${line.status}`}
            className="row"
            data-testid="line-row"
            data-line={line.line}
            data-status={line.status}
          >
            <span className="row-name">
              <ServiceIcon service={line.service} />
              <span>
                <strong>{line.line}</strong>
                <small>{t(`service.${line.service}`)}</small>
              </span>
            </span>
            <span className="chip" data-state={line.status}>
              {t(`state.${line.status}`)}
            </span>
            <Time at={line.since} />
          </li>
        )}
      </ShortList>
    </section>
  );
}
