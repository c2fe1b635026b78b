import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from './problem';
import { withPatience } from './patience';

const busy = (seconds: string) =>
  Problem.of(new Response(null, { status: 503, headers: { 'Retry-After': seconds } }), { code: 'busy' });

describe('a busy server', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked again after the time that it named', async () => {
    const action = vi.fn().mockRejectedValueOnce(busy('7')).mockResolvedValueOnce('done');
    const waiting = vi.fn();
    const result = withPatience(action, new AbortController().signal, waiting);
    await vi.advanceTimersByTimeAsync(6900);
    expect(action).toHaveBeenCalledOnce();
    expect(waiting).toHaveBeenLastCalledWith(7);
    await vi.advanceTimersByTimeAsync(200);
    await expect(result).resolves.toBe('done');
    expect(waiting).toHaveBeenLastCalledWith(null);
  });

  it('that stays busy is told to the person in the end', async () => {
    const action = vi.fn().mockRejectedValue(busy('1'));
    const result = expect(withPatience(action, new AbortController().signal, vi.fn())).rejects.toMatchObject({
      code: 'busy',
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await result;
    expect(action).toHaveBeenCalledTimes(9);
  });

  it('is not asked again once the page is left', async () => {
    const action = vi.fn().mockRejectedValue(busy('5'));
    const controller = new AbortController();
    const result = expect(withPatience(action, controller.signal, vi.fn())).rejects.toMatchObject({
      name: 'AbortError',
    });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await result;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(action).toHaveBeenCalledOnce();
  });

  it('is the only reason to ask again unasked', async () => {
    const action = vi.fn().mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(withPatience(action, new AbortController().signal, vi.fn())).rejects.toThrow(
      'Failed to fetch',
    );
    expect(action).toHaveBeenCalledOnce();
  });
});
