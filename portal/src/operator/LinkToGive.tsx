import { useTranslation } from 'react-i18next';
import type { CreatedApplication } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { CopyButton } from '../ui/CopyButton';
import { QrCode } from '../ui/QrCode';

/** The capture link to copy, or to be photographed off the screen by the applicant's phone. */
export function LinkToGive({
  link,
  onDone,
}: {
  link: CreatedApplication['captureLink'];
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div role="status">
      <p>{t('operator.new.done', { time: absoluteTime(link.expiresAt, i18n.language) })}</p>
      <QrCode text={link.url} label={t('operator.new.qr')} />
      <p className="secret" data-testid="capture-link" aria-label={t('operator.new.link')}>
        {link.url}
      </p>
      <div className="buttons">
        <CopyButton text={link.url} testId="copy-link" />
        <button type="button" className="button button-small" onClick={onDone} data-testid="new-another">
          {t('operator.new.another')}
        </button>
      </div>
    </div>
  );
}
