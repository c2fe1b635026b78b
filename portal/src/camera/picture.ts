/** Pictures out of a camera or a file, as JPEG bytes ready to be sent. */
import { within, type Rectangle, type Size } from './geometry';

/** Longest side of a picture that is sent to be kept for the decision, in pixels. */
export const pictureSide = 2000;
/** Longest side of a frame that is only looked at for hints, in pixels. */
export const hintSide = 960;
/** Longest side of a live frame of a document: rows of small letters must stay readable. */
export const zoneSide = 1280;
/** Longest side of a frame that answers a challenge, in pixels: some twenty of them are sent at once, and one is kept. */
export const frameSide = 960;

/** A file above this size, in bytes, is made smaller before it is sent. */
const comfortableBytes = 1_500_000;

/** What of a playing camera is drawn: the given part of its current frame. Null as long as there is no frame. */
export async function frameOf(
  video: HTMLVideoElement,
  part: (size: Size) => Rectangle,
  longestSide: number,
  quality: number,
): Promise<Blob | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) {
    return null;
  }
  return draw(video, part({ width: video.videoWidth, height: video.videoHeight }), longestSide, quality);
}

/**
 * A file as it should be sent. A photo from a phone carries where and when it was taken, and more pixels than anyone
 * needs: drawing it anew drops both. What the browser cannot read goes as it is, and the server says what it thinks.
 */
export async function pictureFromFile(file: Blob): Promise<Blob> {
  if (file.type !== 'image/jpeg' && file.size <= comfortableBytes) {
    return file;
  }
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
    try {
      const all = { x: 0, y: 0, width: image.width, height: image.height };
      return (await draw(image, all, pictureSide, 0.95)) ?? file;
    } finally {
      image.close();
    }
  } catch {
    return file;
  }
}

function draw(
  source: CanvasImageSource,
  part: Rectangle,
  longestSide: number,
  quality: number,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const size = within(part, longestSide);
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) {
    return Promise.resolve(null);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, part.x, part.y, part.width, part.height, 0, 0, size.width, size.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
