import { useTranslation } from 'react-i18next';
import type { MyTransfer } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { ActionNotice } from '../ui/ProblemNotice';
import { useVisit, useVisitAction } from './VisitContext';

/** A line that changes hands, seen from either side. */
export function TransferCard({ transfer }: { transfer: MyTransfer }) {
  const { t, i18n } = useTranslation();
  const { api } = useVisit();
  const { state } = transfer;
  const withdraw = useVisitAction(
    (signal) => api.withdrawTransfer(transfer.id, signal),
    () => t('transfer.withdrawn', { line: transfer.line }),
  );
  const open = state === 'OFFERED' || state === 'ACCEPTED';
  return (
    <li className="panel line-card" data-testid="my-transfer" data-state={state}>
      <header className="line-head">
        <div>
          <h3>{transfer.line}</h3>
          <small>{t(`transfer.side.${transfer.side}`)}</small>
        </div>
        <span className="chip" data-state={state}>
          {t(`transfer.state.${state}`)}
        </span>
      </header>
      {open && <p>{t(`transfer.due.${state}`, { time: absoluteTime(transfer.dueAt, i18n.language) })}</p>}
      {transfer.veto !== null && <p data-testid="my-transfer-veto">{transfer.veto}</p>}
      {open && (
        <>
          <ActionNotice action={withdraw} />
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={withdraw.running}
              onClick={() => void withdraw.run()}
              data-testid="transfer-withdraw"
            >
              {t('transfer.withdraw')}
              <span className="unseen"> {transfer.line}</span>
            </button>
          </div>
        </>
      )}
    </li>
  );
}
