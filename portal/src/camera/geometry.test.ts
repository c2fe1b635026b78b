import { describe, expect, it } from 'vitest';
import { cardAspect, cardFrame, cardPart, stageAspect, visiblePart, within } from './geometry';

describe('what is sent of a camera picture', () => {
  it('is all of it when the stage has its shape', () => {
    const video = { width: 640, height: 480 };
    expect(visiblePart(video, stageAspect(video))).toEqual({ x: 0, y: 0, ...video });
  });

  it('is the shown middle of a picture that is wider or taller than any stage', () => {
    expect(visiblePart({ width: 1920, height: 1080 }, stageAspect({ width: 1920, height: 1080 }))).toEqual({
      x: 240,
      y: 0,
      width: 1440,
      height: 1080,
    });
    expect(visiblePart({ width: 1080, height: 1920 }, stageAspect({ width: 1080, height: 1920 }))).toEqual({
      x: 0,
      y: 240,
      width: 1080,
      height: 1440,
    });
  });

  it.each([3 / 4, 1, 4 / 3])(
    'holds the whole frame of a card, and never more than is shown (aspect %d)',
    (aspect) => {
      const visible = { x: 10, y: 20, width: 900 * aspect, height: 900 };
      const frame = cardFrame(aspect);
      expect((frame.width * aspect) / frame.height).toBeCloseTo(cardAspect, 6);
      const part = cardPart(visible);
      expect(part.x).toBeGreaterThanOrEqual(visible.x);
      expect(part.x).toBeLessThanOrEqual(visible.x + frame.x * visible.width);
      expect(part.y).toBeLessThanOrEqual(visible.y + frame.y * visible.height);
      expect(part.x + part.width).toBeLessThanOrEqual(visible.x + visible.width + 1e-9);
      expect(part.y + part.height).toBeLessThanOrEqual(visible.y + visible.height + 1e-9);
    },
  );

  it('is scaled down to the longest side, and never up', () => {
    expect(within({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 });
    expect(within({ width: 300, height: 200 }, 2000)).toEqual({ width: 300, height: 200 });
  });
});
