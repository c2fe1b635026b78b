import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffCasesApi } from '../../api/staffCases';
import type { Remediation } from '../../api/types';
import { Done } from '../../ui/Done';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemediationRows } from '../../ui/RemediationRows';
import { Spinner } from '../../ui/Spinner';
import { deskRestMillis, usePolling } from '../../ui/usePolling';
import { RemediationAtHand } from './RemediationAtHand';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 10_000;

/** Doubted lines that wait for a person: to be decided, appealed, or not reached. */
export function RemediationQueue({ api, mayDecide }: { api: StaffCasesApi; mayDecide: boolean }) {
  const { t } = useTranslation();
  const [atHand, setAtHand] = useState<Remediation | null>(null);
  const [decided, setDecided] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.queue(signal), [api]),
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
    return <RemediationAtHand api={api} given={atHand} onClose={close} onDecided={done} />;
  }
  return (
    <section className="panel" aria-labelledby="remediations-title">
      <h2 id="remediations-title">{t('staff.tab.remediation')}</h2>
      <p className="quiet">{t('remediation.queue.lead')}</p>
      {decided !== null && <Done>{t('remediation.queue.decided', { line: decided })}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('remediation.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('remediation.queue.empty')}</p>}
      <RemediationRows remediations={value ?? []}>
        {(one) =>
          mayDecide && (
            <button
              type="button"
              className="button button-small"
              onClick={() => {
                setDecided(null);
                setAtHand(one);
              }}
              data-testid="remediation-look"
            >
              {t('remediation.queue.look', { line: one.line })}
            </button>
          )
        }
      </RemediationRows>
    </section>
  );
}
