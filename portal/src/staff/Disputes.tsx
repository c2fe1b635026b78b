import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { Dispute } from '../api/types';
import { Done } from '../ui/Done';
import { DisputeRows } from '../ui/DisputeRows';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { deskRestMillis, usePolling } from '../ui/usePolling';
import { DisputeAtHand } from './DisputeAtHand';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 10_000;

/** The operator's disputes, and one of them at hand. */
export function Disputes({ api, mayDecide }: { api: StaffApi; mayDecide: boolean }) {
  const { t } = useTranslation();
  const [atHand, setAtHand] = useState<Dispute | null>(null);
  const [decided, setDecided] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.disputes(signal), [api]),
    listMillis,
    { restMillis: deskRestMillis },
  );
  if (atHand !== null) {
    const close = () => {
      setAtHand(null);
      refresh();
    };
    const done = () => {
      setDecided(atHand.line);
      close();
    };
    return <DisputeAtHand api={api} dispute={atHand} onClose={close} onDecided={done} />;
  }
  return (
    <section className="panel" aria-labelledby="disputes-title">
      <h2 id="disputes-title">{t('staff.tab.disputes')}</h2>
      <p className="quiet">{t('staff.disputes.lead')}</p>
      {decided !== null && <Done>{t('staff.disputes.decided', { line: decided })}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('staff.disputes.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('staff.disputes.empty')}</p>}
      <DisputeRows disputes={value ?? []}>
        {(dispute) =>
          mayDecide && (
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                setDecided(null);
                setAtHand(dispute);
              }}
              data-testid="dispute-look"
            >
              {t('staff.disputes.look', { line: dispute.line })}
            </button>
          )
        }
      </DisputeRows>
    </section>
  );
}
