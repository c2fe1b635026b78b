import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Movement } from '../api/types';
import { film, paceOf, qualityOf, straightPace, type FilmParts } from './film';

const movements: Movement[] = ['TURN_LEFT', 'BLINK', 'COME_CLOSER'];
const paces = (calm: boolean, asked = movements) => asked.map((movement) => paceOf(movement, calm));
const usual = paceOf('TURN_LEFT', false);

describe('a film of three movements', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const parts = (change: Partial<FilmParts> = {}): FilmParts => ({
    grab: () => Promise.resolve(new Blob(['frame'])),
    now: () => performance.now(),
    show: () => undefined,
    over: () => undefined,
    ...change,
  });

  it.each([
    ['usual', false],
    ['calm', true],
  ])('at the %s pace has frames of every prompt in order, no more than the server takes', async (_, calm) => {
    const filming = film(paces(calm), parts(), new AbortController().signal);
    await vi.runAllTimersAsync();
    const shots = await filming;
    expect(shots).toHaveLength(paces(calm).reduce((sum, pace) => sum + pace.frames, straightPace.frames));
    expect(shots?.length).toBeLessThanOrEqual(24);
    const prompts = shots?.map((shot) => shot.prompt) ?? [];
    expect(prompts).toEqual([...prompts].sort());
    expect(new Set(prompts)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('takes its frames with the time between them that the pace says, however slow the camera is', async () => {
    const slow = () =>
      new Promise<Blob>((resolve) => setTimeout(() => resolve(new Blob(['frame'])), usual.millis + 200));
    const filming = film([usual], parts({ grab: slow }), new AbortController().signal);
    await vi.runAllTimersAsync();
    const shots = (await filming) ?? [];
    expect(shots).toHaveLength(straightPace.frames + usual.frames);
    const gaps = shots.slice(1).map((shot, index) => shot.at - (shots[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(usual.millis);
  });

  it('keeps the frames well of which one becomes the selfie, and the many others smaller', async () => {
    const qualities: number[] = [];
    const grab = (prompt: number) => {
      qualities.push(qualityOf(prompt));
      return Promise.resolve(new Blob(['frame']));
    };
    const filming = film(paces(false), parts({ grab }), new AbortController().signal);
    await vi.runAllTimersAsync();
    await filming;
    expect(qualities.slice(0, straightPace.frames)).toEqual([0.85, 0.85, 0.85]);
    expect(new Set(qualities.slice(straightPace.frames))).toEqual(new Set([0.7]));
  });

  it('shows every prompt before its first frame is taken', async () => {
    const seen: string[] = [];
    const filming = film(
      [usual, usual],
      parts({
        show: (prompt, done) => {
          if (done === 0) {
            seen.push(`show ${prompt}`);
          }
        },
        grab: () => {
          seen.push('grab');
          return Promise.resolve(new Blob(['frame']));
        },
      }),
      new AbortController().signal,
    );
    await vi.runAllTimersAsync();
    await filming;
    expect(seen[0]).toBe('show 0');
    expect(seen[seen.indexOf('show 1') + 1]).toBe('grab');
  });

  it.each([
    ['usual', false],
    ['calm', true],
  ])('at the %s pace sees eyes that close for a short second, whenever they do', async (_, calm) => {
    const began: number[] = [];
    const show = (prompt: number, done: number) => {
      if (done === 0) {
        began[prompt] = performance.now();
      }
    };
    const filming = film(paces(calm), parts({ show }), new AbortController().signal);
    await vi.runAllTimersAsync();
    const seen = ((await filming) ?? []).filter((shot) => shot.prompt === 2).map((shot) => shot.at);
    const [, , begin = 0, end = 0] = began;
    expect(end - begin).toBeGreaterThan(calm ? 6000 : 3000);
    const missed = [];
    for (let closed = begin; closed + 700 <= end; closed += 10) {
      if (!seen.some((at) => at >= closed && at <= closed + 700)) {
        missed.push(closed - begin);
      }
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['usual', false],
    ['calm', true],
  ])('at the %s pace takes its last frame after saying that it is over', async (_, calm) => {
    let over = 0;
    const filming = film(
      paces(calm, ['TURN_LEFT', 'COME_CLOSER', 'BLINK']),
      parts({ over: () => (over = performance.now()) }),
      new AbortController().signal,
    );
    await vi.runAllTimersAsync();
    const later = ((await filming) ?? []).filter((shot) => shot.at > over);
    expect(over).toBeGreaterThan(0);
    expect(later.map((shot) => shot.prompt)).toEqual([3]);
    // Long enough to feel it and to open the eyes.
    expect((later[0]?.at ?? 0) - over).toBeGreaterThanOrEqual(1000);
  });

  it('is nothing when the camera goes away or the page is left', async () => {
    const gone = film(
      paces(false),
      parts({ grab: () => Promise.resolve(null) }),
      new AbortController().signal,
    );
    await expect(gone).resolves.toBeNull();
    const controller = new AbortController();
    const left = film(paces(false), parts(), controller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    await expect(left).resolves.toBeNull();
  });
});
