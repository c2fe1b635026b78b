/** Guides over the live picture: an oval for a face, a frame for a card. They say nothing that a text does not say too. */
import { cardFrame } from './geometry';

/** @param steady how much of the ring is closed, 0 to 1 */
export function OvalGuide({ aspect, good, steady }: { aspect: number; good: boolean; steady: number }) {
  const width = 100 * aspect;
  const [x, y, rx, ry] = [width / 2, 48, 27, 36];
  const oval = `M${x} ${y - ry}A${rx} ${ry} 0 0 1 ${x} ${y + ry}A${rx} ${ry} 0 0 1 ${x} ${y - ry}Z`;
  return (
    <svg className="guide" data-good={good} viewBox={`0 0 ${width} 100`} aria-hidden="true" focusable="false">
      <path className="guide-shade" fillRule="evenodd" d={`M0 0H${width}V100H0Z${oval}`} />
      <path className="guide-line" d={oval} />
      {steady > 0 && <path className="guide-ring" d={oval} pathLength={1} strokeDasharray={`${steady} 2`} />}
    </svg>
  );
}

export function CardGuide({ aspect }: { aspect: number }) {
  const frame = cardFrame(aspect);
  const stage = { width: 100 * aspect, height: 100 };
  const [x, y] = [frame.x * stage.width, frame.y * stage.height];
  const [width, height] = [frame.width * stage.width, frame.height * stage.height];
  const r = 4;
  const card =
    `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
    `h${2 * r - width}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
  return (
    <svg
      className="guide"
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="guide-shade" fillRule="evenodd" d={`M0 0H${stage.width}V100H0Z${card}`} />
      <path className="guide-line" d={card} />
    </svg>
  );
}
