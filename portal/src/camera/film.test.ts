import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmPace, film, movementPace, straightPace, type FilmParts } from './film';

describe('a film of three movements', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const parts = (change: Partial<FilmParts> = {}): FilmParts => ({
    grab: () => Promise.resolve(new Blob(['frame'])),
    now: () => performance.now(),
    show: () => undefined,
    ...change,
  });

  it.each([
    ['usual', movementPace],
    ['calm', calmPace],
  ])('at the %s pace has frames of every prompt in order, no more than the server takes', async (_, pace) => {
    const filming = film(3, pace, parts(), new AbortController().signal);
    await vi.runAllTimersAsync();
    const shots = await filming;
    expect(shots).toHaveLength(straightPace.frames + 3 * pace.frames);
    expect(shots?.length).toBeLessThanOrEqual(24);
    const prompts = shots?.map((shot) => shot.prompt) ?? [];
    expect(prompts).toEqual([...prompts].sort());
    expect(new Set(prompts)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('takes its frames with the time between them that the pace says, however slow the camera is', async () => {
    const slow = () =>
      new Promise<Blob>((resolve) =>
        setTimeout(() => resolve(new Blob(['frame'])), movementPace.millis + 200),
      );
    const filming = film(1, movementPace, parts({ grab: slow }), new AbortController().signal);
    await vi.runAllTimersAsync();
    const shots = (await filming) ?? [];
    expect(shots).toHaveLength(straightPace.frames + movementPace.frames);
    const gaps = shots.slice(1).map((shot, index) => shot.at - (shots[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(movementPace.millis);
  });

  it('shows every prompt before its first frame is taken', async () => {
    const seen: string[] = [];
    const filming = film(
      2,
      movementPace,
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

  it('is nothing when the camera goes away or the page is left', async () => {
    const gone = film(
      3,
      movementPace,
      parts({ grab: () => Promise.resolve(null) }),
      new AbortController().signal,
    );
    await expect(gone).resolves.toBeNull();
    const controller = new AbortController();
    const left = film(3, movementPace, parts(), controller.signal);
    await vi.advanceTimersByTimeAsync(1000);
    controller.abort();
    await expect(left).resolves.toBeNull();
  });
});
