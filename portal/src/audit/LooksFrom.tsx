import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditApi } from '../api/audit';
import type { ReviewLooks } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';

interface Props {
  api: AuditApi;
  caseId: string | null;
  first: ReviewLooks;
}

/** Looks from the newest on, and older ones for whoever asks for them. */
export function LooksFrom({ api, caseId, first }: Props) {
  const { t } = useTranslation();
  const [{ looks, next }, setShown] = useState(first);
  const older = useAction(async (signal) => {
    const page = await api.looks(caseId, next, signal);
    setShown((before) => ({ looks: [...before.looks, ...page.looks], next: page.next }));
  });
  if (looks.length === 0) {
    return <p data-testid="looks-none">{t('audit.looks.none')}</p>;
  }
  return (
    <>
      <ul className="rows">
        {looks.map((look) => (
          <li
            key={`${look.caseId} ${look.staffId} ${look.at} ${look.reason}`}
            className="row"
            data-testid="look"
            data-case={look.caseId}
          >
            <span className="row-name">
              <span>
                <strong>{t(`cases.look.reason.${look.reason}`)}</strong>
                <small>{t('audit.looks.at', { id: look.caseId })}</small>
                <small>{t('audit.looks.by', { id: look.staffId })}</small>
              </span>
            </span>
            <Time at={look.at} />
          </li>
        ))}
      </ul>
      <ActionNotice action={older} />
      {next !== null && (
        <button
          type="button"
          className="button button-small"
          disabled={older.running}
          onClick={() => void older.run()}
          data-testid="looks-older"
        >
          {t('audit.looks.older')}
        </button>
      )}
    </>
  );
}
