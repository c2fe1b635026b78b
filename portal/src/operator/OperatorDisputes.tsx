import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { Dispute } from '../api/types';
import { currentLanguage } from '../i18n/language';
import { CopyButton } from '../ui/CopyButton';
import { DisputeRows } from '../ui/DisputeRows';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useAction } from '../ui/useAction';
import { usePolling } from '../ui/usePolling';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 5000;

/** The operator's disputes, without anybody's name, and the link by which whoever uses a line is heard. */
export function OperatorDisputes({ api }: { api: OperatorApi }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ line: string; url: string } | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.disputes(signal), [api]),
    listMillis,
  );
  const invite = useAction(async (signal, dispute: Dispute) => {
    const url = await api.hearingLink(dispute.id, currentLanguage(), signal);
    setMade({ line: dispute.line, url });
  });
  return (
    <section className="panel" aria-labelledby="operator-disputes-title">
      <h2 id="operator-disputes-title">{t('desk.disputes.title')}</h2>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('staff.disputes.loading')}</Spinner>}
      {value !== null && (
        <p className="quiet">{value.length === 0 ? t('desk.disputes.empty') : t('desk.disputes.lead')}</p>
      )}
      <DisputeRows disputes={value ?? []}>
        {(dispute) => (
          <button
            type="button"
            className="button button-small"
            disabled={invite.running}
            onClick={() => void invite.run(dispute)}
            data-testid="hearing-invite"
          >
            {t('desk.disputes.hear', { line: dispute.line })}
          </button>
        )}
      </DisputeRows>
      <ActionNotice action={invite} />
      <div role="status">
        {made !== null && (
          <>
            <p>{t('desk.disputes.made', { line: made.line })}</p>
            <p className="secret" aria-label={t('desk.disputes.link')} data-testid="hearing-link">
              {made.url}
            </p>
            <CopyButton text={made.url} testId="copy-hearing-link" />
          </>
        )}
      </div>
    </section>
  );
}
