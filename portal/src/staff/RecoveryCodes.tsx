import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';

/** Codes for paper, which are shown once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('signIn.recovery.text')}</p>
      <ul className="rows" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="secret">
            {code}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <CopyButton text={codes.join('\n')} testId="copy-recovery" />
        <button type="button" className="button button-small no-print" onClick={() => window.print()}>
          {t('signIn.recovery.print')}
        </button>
      </div>
    </>
  );
}
