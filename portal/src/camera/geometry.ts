/** Which part of a camera's picture is shown, and which part is sent: never more than what the person saw. */

export interface Size {
  width: number;
  height: number;
}

export interface Rectangle extends Size {
  x: number;
  y: number;
}

/** A stage is never narrower than this, nor wider than its inverse: a face fits into both. */
const narrowest = 3 / 4;

/** Width by height of an identity card (ISO/IEC 7810 ID-1, 85.60 mm by 53.98 mm). */
export const cardAspect = 85.6 / 53.98;

/** The aspect (width / height) in which a camera's picture is shown. */
export function stageAspect(video: Size): number {
  return Math.min(Math.max(video.width / video.height, narrowest), 1 / narrowest);
}

/** The middle of a picture, cut to an aspect: what `object-fit: cover` shows of it. In the picture's pixels. */
export function visiblePart(video: Size, aspect: number): Rectangle {
  const width = Math.min(video.width, video.height * aspect);
  const height = Math.min(video.height, video.width / aspect);
  return { x: (video.width - width) / 2, y: (video.height - height) / 2, width, height };
}

/** The frame for a card, as fractions of a stage of the given aspect. */
export function cardFrame(aspect: number): Rectangle {
  let width = 0.88;
  let height = (width * aspect) / cardAspect;
  if (height > 0.8) {
    width *= 0.8 / height;
    height = 0.8;
  }
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}

/** What of a picture is sent for a document: the frame and a tenth around it, as nobody holds a card quite still. */
export function cardPart(visible: Rectangle): Rectangle {
  const frame = cardFrame(visible.width / visible.height);
  const left = Math.max(0, frame.x - frame.width / 10);
  const top = Math.max(0, frame.y - frame.height / 10);
  return {
    x: visible.x + left * visible.width,
    y: visible.y + top * visible.height,
    width: (1 - 2 * left) * visible.width,
    height: (1 - 2 * top) * visible.height,
  };
}

/** A size scaled down so that its longer side is at most the given one; never scaled up. Whole pixels, at least one. */
export function within(size: Size, longestSide: number): Size {
  const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}
