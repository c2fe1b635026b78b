import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dispute } from '../api/types';
import { ServiceIcon } from './ServiceIcon';
import { Time, useNow } from './Time';

interface Props {
  disputes: readonly Dispute[];
  /** What can be done with one. */
  children: (dispute: Dispute) => ReactNode;
}

/** Disputes without anybody's name, for the operator and its people. */
export function DisputeRows({ disputes, children }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <ul className="rows">
      {disputes.map((dispute) => {
        const open = dispute.state === 'OPEN' || dispute.state === 'APPEALED';
        const overdue = open && Date.parse(dispute.dueAt) < now;
        return (
          <li
            key={`${dispute.id} ${dispute.state}`}
            className="row"
            data-testid="dispute-row"
            data-line={dispute.line}
            data-state={dispute.state}
          >
            <span className="row-name">
              <ServiceIcon service={dispute.service} />
              <span>
                <strong>{dispute.line}</strong>
                <small>{t(`staff.disputes.claim.${dispute.claim}`)}</small>
              </span>
            </span>
            <span className="chip" data-state={overdue ? 'OVERDUE' : dispute.state}>
              {overdue ? t('staff.disputes.overdue') : t(`staff.disputes.state.${dispute.state}`)}
            </span>
            <span className="row-more">
              <span>
                {t('staff.disputes.opened')}: <Time at={dispute.openedAt} />
              </span>
              {open && (
                <span>
                  {t('staff.disputes.due')}: <Time at={dispute.dueAt} />
                </span>
              )}
              {dispute.decision !== null && <span>{t(`staff.disputes.code.${dispute.decision}`)}</span>}
            </span>
            {open && <span className="row-do">{children(dispute)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
