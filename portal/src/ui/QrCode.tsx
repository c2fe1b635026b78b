import { encode } from 'uqr';

/** A text to be photographed off the screen by another device. */
export function QrCode({ text, label }: { text: string; label: string }) {
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
