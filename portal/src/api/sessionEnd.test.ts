import { describe, expect, it, vi } from 'vitest';
import { problem } from '../testing/fakeServer';
import { noticeEnd, onSessionEnd } from './sessionEnd';

describe('the end of a session', () => {
  it('is told to whoever listens, with the credential that is not known any more', async () => {
    const listener = vi.fn();
    const stop = onSessionEnd(listener);
    await noticeEnd('nsx_token', problem(401, 'not-authenticated'));
    expect(listener.mock.calls).toEqual([['nsx_token']]);
    stop();
    await noticeEnd('nsx_token', problem(401, 'not-authenticated'));
    expect(listener).toHaveBeenCalledOnce();
  });

  it('is not told for a wrong password, for a proxy in between, or for what is forbidden', async () => {
    const listener = vi.fn();
    const stop = onSessionEnd(listener);
    await noticeEnd('nsx_token', problem(401, 'sign-in-refused'));
    await noticeEnd('nsx_token', new Response('Who are you?', { status: 401 }));
    await noticeEnd('nsx_token', problem(403, 'not-allowed'));
    stop();
    expect(listener).not.toHaveBeenCalled();
  });

  it('leaves the answer to be read by whoever asked', async () => {
    const answer = problem(401, 'not-authenticated');
    await noticeEnd('nsx_token', answer);
    expect(await answer.json()).toMatchObject({ code: 'not-authenticated' });
  });
});
