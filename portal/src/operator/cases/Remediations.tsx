import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorCasesApi } from '../../api/operatorCases';
import { Done } from '../../ui/Done';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemediationRows } from '../../ui/RemediationRows';
import { Spinner } from '../../ui/Spinner';
import { usePolling } from '../../ui/usePolling';
import { RemediationFile } from './RemediationFile';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 5000;

/** Doubted lines, the newest first; a person can be given more time, and a case withdrawn. */
export function Remediations({ api }: { api: OperatorCasesApi }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.remediations(signal), [api]),
    listMillis,
  );
  if (open !== null) {
    const close = (words: string | null) => {
      setOpen(null);
      setSaid(words);
      refresh();
    };
    return <RemediationFile api={api} id={open} onClose={close} />;
  }
  return (
    <section className="panel" aria-labelledby="remediations-title">
      <h2 id="remediations-title">{t('remediation.title')}</h2>
      <p className="quiet">{t('remediation.lead')}</p>
      {said !== null && <Done>{said}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('remediation.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('remediation.empty')}</p>}
      <RemediationRows remediations={value ?? []}>
        {(one) => (
          <button
            type="button"
            className="button button-small"
            onClick={() => setOpen(one.id)}
            data-testid="remediation-open"
          >
            {t('remediation.open', { line: one.line })}
          </button>
        )}
      </RemediationRows>
    </section>
  );
}
