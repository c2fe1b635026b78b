import { describe, expect, it, vi } from 'vitest';
import { problem } from '../testing/fakeServer';
import { onSessionEnd, onSessionUse, watchSession } from './sessionWatch';

describe('the end of a session', () => {
  it('is told to whoever listens, with the credential that is not known any more', async () => {
    const listener = vi.fn();
    const stop = onSessionEnd(listener);
    await watchSession('nsx_token', problem(401, 'not-authenticated'));
    expect(listener.mock.calls).toEqual([['nsx_token']]);
    stop();
    await watchSession('nsx_token', problem(401, 'not-authenticated'));
    expect(listener).toHaveBeenCalledOnce();
  });

  it('is not told for a wrong password, for a proxy in between, or for what is forbidden', async () => {
    const listener = vi.fn();
    const stop = onSessionEnd(listener);
    await watchSession('nsx_token', problem(401, 'sign-in-refused'));
    await watchSession('nsx_token', new Response('Who are you?', { status: 401 }));
    await watchSession('nsx_token', problem(403, 'not-allowed'));
    stop();
    expect(listener).not.toHaveBeenCalled();
  });

  it('leaves the answer to be read by whoever asked', async () => {
    const answer = problem(401, 'not-authenticated');
    await watchSession('nsx_token', answer);
    expect(await answer.json()).toMatchObject({ code: 'not-authenticated' });
  });
});

it('the use of a session is told for each answer but the one that ends it', async () => {
  const listener = vi.fn();
  const stop = onSessionUse(listener);
  await watchSession('nsh_token', Response.json({}));
  await watchSession('nsh_token', problem(409, 'case-closed'));
  await watchSession('nsh_token', problem(401, 'not-authenticated'));
  stop();
  await watchSession('nsh_token', Response.json({}));
  expect(listener.mock.calls).toEqual([['nsh_token'], ['nsh_token']]);
});
