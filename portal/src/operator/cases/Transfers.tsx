import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorCasesApi } from '../../api/operatorCases';
import type { OperatorTransfer, VetoReason } from '../../api/types';
import { CodeDecision } from '../../ui/CodeDecision';
import { Done } from '../../ui/Done';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { ServiceIcon } from '../../ui/ServiceIcon';
import { Spinner } from '../../ui/Spinner';
import { Time } from '../../ui/Time';
import { useAction } from '../../ui/useAction';
import { usePolling } from '../../ui/usePolling';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 10_000;
const vetoes: readonly VetoReason[] = ['UNPAID_DEVICE', 'OPEN_CASE', 'CONTRACT_BOUND', 'SUSPECTED_COERCION'];

/** Lines that change hands. An operator may object, with a reason that both sides read. */
export function Transfers({ api }: { api: OperatorCasesApi }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.transfers(signal), [api]),
    listMillis,
  );
  const done = (words: string) => {
    setSaid(words);
    refresh();
  };
  return (
    <section className="panel" aria-labelledby="transfers-title">
      <h2 id="transfers-title">{t('transfers.title')}</h2>
      <p className="quiet">{t('transfers.lead')}</p>
      {said !== null && <Done>{said}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('transfers.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('transfers.empty')}</p>}
      <ul className="rows">
        {value?.map((one) => (
          <Row key={`${one.id} ${one.state}`} api={api} transfer={one} onDone={done} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  api: OperatorCasesApi;
  transfer: OperatorTransfer;
  onDone: (words: string) => void;
}

function Row({ api, transfer, onDone }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { line, state } = transfer;
  const release = useAction(async (signal) => {
    await api.release(transfer.id, signal);
    onDone(t('transfers.released', { line }));
  });
  const open = state === 'OFFERED' || state === 'ACCEPTED';
  return (
    <li className="row" data-testid="transfer-row" data-line={line} data-state={state}>
      <span className="row-name">
        <ServiceIcon service={transfer.service} />
        <span>
          <strong>{line}</strong>
          <small>{t(`transfer.kind.${transfer.kind}`)}</small>
        </span>
      </span>
      <span className="chip" data-state={state}>
        {t(`transfer.state.${state}`)}
      </span>
      <Time at={transfer.endedAt ?? transfer.acceptedAt ?? transfer.offeredAt} />
      {transfer.vetoReason !== null && (
        <span className="row-more">{t(`transfers.veto.${transfer.vetoReason}`)}</span>
      )}
      {open && (
        <div className="row-do case">
          <ActionNotice action={release} />
          <div className="buttons">
            {state === 'ACCEPTED' && (
              <button
                type="button"
                className="button button-small"
                disabled={release.running}
                onClick={() => void release.run()}
                data-testid="transfer-release"
              >
                {t('transfers.release')}
                <span className="unseen"> {line}</span>
              </button>
            )}
            <button
              type="button"
              className="button button-small"
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
              data-testid="transfer-object"
            >
              {t('transfers.object')}
              <span className="unseen"> {line}</span>
            </button>
          </div>
          {asking && (
            <CodeDecision
              legend={t('transfers.why')}
              codes={vetoes}
              words={(code) => ({ says: t(`transfers.veto.${code}`), does: t('transfers.stays') })}
              question={t('transfers.confirmTitle', { line })}
              decide={(code, signal) => api.veto(transfer.id, code, signal)}
              onDone={() => onDone(t('transfers.objected', { line }))}
              testId="veto"
            />
          )}
        </div>
      )}
    </li>
  );
}
