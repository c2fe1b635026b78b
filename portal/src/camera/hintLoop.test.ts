import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { SelfieAssessment } from '../api/types';
import { goodFrame } from '../testing/fakeServer';
import { frameMillis, runHintLoop, steadyMillis, type HintLoopParts, type HintView } from './hintLoop';

const closer: SelfieAssessment = {
  usable: false,
  hints: [{ code: 'come-closer', message: 'Come closer' }],
};
const usableButDark: SelfieAssessment = {
  ...goodFrame,
  hints: [{ code: 'more-light', message: 'More light' }],
};
const busy = Problem.of(new Response(null, { status: 503, headers: { 'Retry-After': '4' } }), {
  code: 'busy',
});

function loop(assess: HintLoopParts['assess'], ripe = () => true) {
  const views: HintView[] = [];
  const controller = new AbortController();
  const parts = {
    grab: vi.fn<HintLoopParts['grab']>(() => Promise.resolve(new Blob(['frame']))),
    assess: vi.fn(assess),
    show: (view: HintView) => views.push(view),
    ripe: vi.fn(ripe),
    broken: vi.fn(),
  };
  const ended = runHintLoop(parts, controller.signal);
  return { parts, views, controller, ended };
}

describe('the hint loop', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows the first hint of the server', async () => {
    const { views, controller } = loop(() => Promise.resolve(closer));
    await vi.advanceTimersByTimeAsync(10);
    expect(views.at(-1)).toEqual({ hint: closer.hints[0], good: false, steady: 0, trouble: null });
    controller.abort();
  });

  it('sends at most one frame per interval', async () => {
    const { parts, controller } = loop(() => Promise.resolve(closer));
    await vi.advanceTimersByTimeAsync(frameMillis * 5 - 1);
    expect(parts.assess).toHaveBeenCalledTimes(5);
    controller.abort();
  });

  it('never has two frames in flight, however slow the server is', async () => {
    let inFlight = 0;
    let most = 0;
    const { controller } = loop(async () => {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      inFlight--;
      return closer;
    });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(most).toBe(1);
    controller.abort();
  });

  it('takes the picture once frames have been good for long enough, and then ends', async () => {
    const { parts, ended } = loop(() => Promise.resolve(goodFrame));
    await vi.advanceTimersByTimeAsync(steadyMillis - 1);
    expect(parts.ripe).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(frameMillis);
    expect(parts.ripe).toHaveBeenCalledOnce();
    await ended;
  });

  it('starts counting anew after a frame that was not good', async () => {
    let frames = 0;
    const { parts, controller } = loop(() => Promise.resolve(++frames % 3 === 0 ? closer : goodFrame));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(parts.ripe).not.toHaveBeenCalled();
    controller.abort();
  });

  it('takes no picture unasked while something could still be improved', async () => {
    const { parts, views, controller } = loop(() => Promise.resolve(usableButDark));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(parts.ripe).not.toHaveBeenCalled();
    expect(views.at(-1)).toMatchObject({ hint: { code: 'more-light' }, good: false });
    controller.abort();
  });

  it('goes on giving hints when the person wants to press the button', async () => {
    const { parts, controller } = loop(
      () => Promise.resolve(goodFrame),
      () => false,
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(parts.assess.mock.calls.length).toBeGreaterThan(6);
    controller.abort();
  });

  it('waits as long as a busy server asks, and says so', async () => {
    const { parts, views, controller } = loop(() => Promise.reject(busy));
    await vi.advanceTimersByTimeAsync(3900);
    expect(parts.assess).toHaveBeenCalledOnce();
    expect(views.at(-1)?.trouble).toBe('busy');
    await vi.advanceTimersByTimeAsync(200);
    expect(parts.assess).toHaveBeenCalledTimes(2);
    controller.abort();
  });

  it('survives a lost connection', async () => {
    let frames = 0;
    const { views, controller } = loop(() =>
      ++frames === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(closer),
    );
    await vi.advanceTimersByTimeAsync(10);
    expect(views.at(-1)?.trouble).toBe('offline');
    await vi.advanceTimersByTimeAsync(2100);
    expect(views.at(-1)).toMatchObject({ hint: { code: 'come-closer' }, trouble: null });
    controller.abort();
  });

  it('ends at a problem that does not pass', async () => {
    const gone = Problem.of(new Response(null, { status: 401 }), { code: 'not-authenticated' });
    const { parts, ended } = loop(() => Promise.reject(gone));
    await ended;
    expect(parts.broken).toHaveBeenCalledWith(gone);
  });

  it('sends nothing while there is no frame, and goes on when there is', async () => {
    const { parts, controller } = loop(() => Promise.resolve(closer));
    parts.grab.mockResolvedValue(null);
    await vi.advanceTimersByTimeAsync(5000);
    expect(parts.assess).toHaveBeenCalledOnce();
    parts.grab.mockResolvedValue(new Blob(['frame']));
    await vi.advanceTimersByTimeAsync(frameMillis);
    expect(parts.assess).toHaveBeenCalledTimes(2);
    controller.abort();
  });

  it('shows nothing more once it is stopped', async () => {
    const { views, controller, ended } = loop(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return closer;
    });
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    await vi.advanceTimersByTimeAsync(1000);
    await ended;
    expect(views).toEqual([]);
  });
});
