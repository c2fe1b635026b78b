import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertIcon, CheckIcon } from '../ui/icons';
import type { Verdict } from './verify';

/** What came of a check, in words. It takes the focus, because it may stand below what was pressed. */
export function VerdictOfFile({ verdict }: { verdict: Verdict }) {
  const { t, i18n } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [verdict]);
  const number = (count: number) => count.toLocaleString(i18n.language);
  const words = () => {
    switch (verdict.verdict) {
      case 'ENTRY':
        return t('audit.verdict.ENTRY', { ...verdict, seq: number(verdict.seq), size: number(verdict.size) });
      case 'GROWN':
        return t('audit.verdict.GROWN', {
          ...verdict,
          from: number(verdict.from),
          size: number(verdict.size),
        });
      case 'WHOLE':
        return t('audit.verdict.WHOLE', {
          size: number(verdict.size),
          checkpoints: number(verdict.checkpoints),
        });
      case 'BROKEN':
        return t(`audit.verdict.damage.${verdict.damage}`, { seq: number(verdict.seq) });
      case 'UNREADABLE':
        return t('audit.verdict.UNREADABLE', { line: verdict.line });
    }
  };
  const holds = verdict.verdict !== 'BROKEN' && verdict.verdict !== 'UNREADABLE';
  return (
    <div
      className={holds ? 'notice notice-done' : 'notice notice-problem'}
      ref={notice}
      tabIndex={-1}
      role="status"
      data-testid="audit-verdict"
      data-verdict={verdict.verdict}
    >
      {holds ? <CheckIcon /> : <AlertIcon />}
      <div>
        <strong>{holds ? t('audit.verdict.holds') : t('audit.verdict.broken')}</strong>
        <p>{words()}</p>
      </div>
    </div>
  );
}
