import { act, fireEvent, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { usePolling } from './usePolling';

const fetcher = vi.fn(() => Promise.resolve('answer'));
const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));

describe('asking again and again', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    fetcher.mockClear();
  });

  it.each([
    ['a key', () => fireEvent.keyDown(document.body, { key: 'Tab' })],
    ['a pointer', () => fireEvent.pointerMove(document.body)],
    ['a look at the page', () => fireEvent(document, new Event('visibilitychange'))],
  ])('rests after a while without input, and goes on at once with %s', async (_, input) => {
    renderHook(() => usePolling(fetcher, 10_000, { restMillis: 60_000 }));
    await seconds(65);
    expect(fetcher).toHaveBeenCalledTimes(6);
    await seconds(600);
    expect(fetcher).toHaveBeenCalledTimes(6);
    act(() => void input());
    await seconds(1);
    expect(fetcher).toHaveBeenCalledTimes(7);
    await seconds(20);
    expect(fetcher).toHaveBeenCalledTimes(9);
  });

  it('does not rest while there is input', async () => {
    renderHook(() => usePolling(fetcher, 10_000, { restMillis: 60_000 }));
    for (let round = 0; round < 6; round++) {
      await seconds(30);
      fireEvent.pointerDown(document.body);
    }
    expect(fetcher).toHaveBeenCalledTimes(19);
  });

  it('rests although the page moves under a pointer that lies still', async () => {
    renderHook(() => usePolling(fetcher, 10_000, { restMillis: 60_000 }));
    for (let round = 0; round < 6; round++) {
      fireEvent.pointerMove(document.body, { screenX: 10, screenY: 20 });
      await seconds(30);
    }
    expect(fetcher).toHaveBeenCalledTimes(6);
    fireEvent.pointerMove(document.body, { screenX: 11, screenY: 20 });
    await seconds(1);
    expect(fetcher).toHaveBeenCalledTimes(7);
  });

  it.each([
    ['what is expected', 404, 'appointment-unknown', 21],
    ['a busy server', 503, 'busy', 21],
    ['a session that has ended', 401, 'not-authenticated', 1],
    ['what is not there', 404, 'application-unknown', 1],
    ['asking too often', 429, 'rate-limited', 1],
  ])(
    'until there is an answer, asks again after %s only when that may bring one',
    async (_, status, code, calls) => {
      const failing = vi.fn(() => Promise.reject(Problem.of(new Response(null, { status }), { code })));
      renderHook(() => usePolling(failing, 3_000, { untilAnswered: true, expected: 'appointment-unknown' }));
      await seconds(61);
      expect(failing).toHaveBeenCalledTimes(calls);
      fireEvent(document, new Event('visibilitychange'));
      await seconds(1);
      expect(failing).toHaveBeenCalledTimes(calls + 1);
    },
  );

  it('does not rest where people wait without touching anything', async () => {
    renderHook(() => usePolling(fetcher, 10_000));
    await seconds(3600);
    expect(fetcher).toHaveBeenCalledTimes(361);
  });
});
