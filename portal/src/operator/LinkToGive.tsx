import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import type { CreatedApplication } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { CopyButton } from '../ui/CopyButton';

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

function QrCode({ text, label }: { text: string; label: string }) {
  // Four modules of quiet zone, as ISO/IEC 18004 asks for.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="qr-ground" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-ink" d={dark} />
    </svg>
  );
}
