import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import type { Dispute } from '../api/types';
import { currentLanguage } from '../i18n/language';
import { CopyButton } from '../ui/CopyButton';
import { DisputeRows } from '../ui/DisputeRows';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

/** The operator's disputes, without anybody's name, and the link by which whoever uses a line is heard. */
export function OperatorDisputes({ api, disputes }: { api: OperatorApi; disputes: readonly Dispute[] }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ line: string; url: string } | null>(null);
  const invite = useAction(async (signal, dispute: Dispute) => {
    const url = await api.hearingLink(dispute.id, currentLanguage(), signal);
    setMade({ line: dispute.line, url });
  });
  return (
    <section className="panel" aria-labelledby="operator-disputes-title">
      <h2 id="operator-disputes-title">{t('desk.disputes.title')}</h2>
      {disputes.length === 0 ? (
        <p className="quiet">{t('desk.disputes.empty')}</p>
      ) : (
        <p className="quiet">{t('desk.disputes.lead')}</p>
      )}
      <DisputeRows disputes={disputes}>
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
