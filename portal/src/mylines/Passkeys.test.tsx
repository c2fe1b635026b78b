import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Passkey } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';
import { holderToken } from './holderToken';

const at = '2026-11-23T10:00:00Z';
const answer = { id: 'cred', type: 'public-key' };
const browser = { create: vi.fn(), get: vi.fn() };
const closed = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));

let server: FakeServer;
let passkeys: Passkey[];

beforeEach(() => {
  server = new FakeServer();
  new HolderServer(server);
  passkeys = [];
  browser.create.mockReset().mockResolvedValue({ toJSON: () => answer });
  browser.get.mockReset().mockResolvedValue({ toJSON: () => answer });
  vi.stubGlobal('PublicKeyCredential', {});
  Object.defineProperty(navigator, 'credentials', { value: browser, configurable: true });
  const ceremony = (publicKey: unknown) => () =>
    Response.json({ ceremonyId: 'c1', publicKey }, { status: 201 });
  server.always.set('GET /v1/me/passkeys', () => Response.json({ passkeys }));
  server.always.set(
    'POST /v1/me/passkeys/ceremonies',
    ceremony({ challenge: '-_8', user: { id: 'AQI', name: 'n' }, excludeCredentials: [{ id: 'Aw' }] }),
  );
  server.always.set('POST /v1/me/passkeys', () => {
    passkeys = [{ id: 'p1', label: 'my phone', createdAt: at, lastUsedAt: at }];
    return Response.json(passkeys[0], { status: 201 });
  });
  server.always.set('DELETE /v1/me/passkeys/p1', () => {
    passkeys = [];
    return new Response(null, { status: 204 });
  });
  server.always.set('POST /v1/me/passkey-sessions/ceremonies', ceremony({ challenge: '-_8' }));
  server.always.set('POST /v1/me/passkey-sessions', () =>
    Response.json({ token: 'nsh_passkey', expiresAt: at, verifiedAt: at }, { status: 201 }),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'credentials');
});

async function seeLines() {
  holderToken.keep('nsh_token');
  const page = visit('/my-lines', server);
  await screen.findByTestId('my-lines');
  return page;
}

describe('a passkey', () => {
  it('is made by the browser out of bytes, kept under the own word of the holder, and removed', async () => {
    const { user } = await seeLines();
    await user.type(screen.getByTestId('passkey-label'), ' my phone ');
    await user.click(screen.getByTestId('passkey-add'));
    expect(await screen.findByTestId('passkey-row')).toHaveTextContent('my phone');
    expect(browser.create.mock.calls[0]?.[0]).toMatchObject({
      publicKey: {
        challenge: new Uint8Array([0xfb, 0xff]),
        user: { id: new Uint8Array([1, 2]), name: 'n' },
        excludeCredentials: [{ id: new Uint8Array([3]) }],
      },
    });
    expect(server.calls('POST /v1/me/passkeys/ceremonies')[0]?.json).toEqual({ label: 'my phone' });
    expect(server.calls('POST /v1/me/passkeys')[0]?.json).toEqual({
      ceremonyId: 'c1',
      credential: answer,
      label: 'my phone',
    });
    expect(screen.getByTestId('done')).toHaveFocus();
    await user.click(screen.getByTestId('passkey-remove'));
    await waitFor(() => expect(screen.queryByTestId('passkey-row')).toBeNull());
  });

  it('is asked of the browser in its own form where it reads that', async () => {
    const parsed = { challenge: new Uint8Array([9]) };
    vi.stubGlobal('PublicKeyCredential', { parseCreationOptionsFromJSON: () => parsed });
    const { user } = await seeLines();
    await user.click(screen.getByTestId('passkey-add'));
    await screen.findByTestId('passkey-row');
    expect(browser.create.mock.calls[0]?.[0]).toMatchObject({ publicKey: parsed });
    expect(server.calls('POST /v1/me/passkeys/ceremonies')[0]?.json).toEqual({ label: null });
  });

  it('that is not wanted after all is no problem', async () => {
    browser.create.mockImplementation(closed);
    const { user } = await seeLines();
    await user.click(screen.getByTestId('passkey-add'));
    expect(await screen.findByTestId('passkey-unmade')).toHaveTextContent('That is fine');
    expect(screen.queryByTestId('problem')).toBeNull();
    expect(server.calls('POST /v1/me/passkeys')).toHaveLength(0);
    expect(screen.getByTestId('passkey-add')).toBeEnabled();
  });

  it('that the device has already is not made twice', async () => {
    browser.create.mockRejectedValue(new DOMException('there', 'InvalidStateError'));
    const { user } = await seeLines();
    await user.click(screen.getByTestId('passkey-add'));
    expect(await screen.findByTestId('passkey-unmade')).toHaveTextContent('already');
  });

  it('that the server does not take shows the next step', async () => {
    server.once('POST /v1/me/passkeys', () => problem(403, 'passkey-not-accepted'));
    const { user } = await seeLines();
    await user.click(screen.getByTestId('passkey-add'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of passkey-not-accepted');
  });
});

describe('coming back', () => {
  it('with a passkey opens the lines', async () => {
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('passkey-sign-in'));
    expect(await screen.findByTestId('my-lines')).toBeInTheDocument();
    expect(server.calls('POST /v1/me/passkey-sessions')[0]?.json).toEqual({
      ceremonyId: 'c1',
      credential: answer,
    });
    expect(server.calls('GET /v1/me/lines')[0]?.authorization).toBe('Bearer nsh_passkey');
  });

  it('without answering the browser leaves everything as it was', async () => {
    browser.get.mockImplementation(closed);
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('passkey-sign-in'));
    expect(await screen.findByTestId('passkey-unanswered')).toHaveTextContent('That is fine');
    expect(screen.queryByTestId('problem')).toBeNull();
  });

  it('with a passkey of an older browser sends its bytes in words', async () => {
    browser.get.mockResolvedValue({
      id: '-_8',
      rawId: new Uint8Array([0xfb, 0xff]).buffer,
      type: 'public-key',
      response: { clientDataJSON: new Uint8Array([1]).buffer, userHandle: null },
      getClientExtensionResults: () => ({}),
    });
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('passkey-sign-in'));
    await screen.findByTestId('my-lines');
    expect(server.calls('POST /v1/me/passkey-sessions')[0]?.json).toMatchObject({
      credential: { rawId: '-_8', response: { clientDataJSON: 'AQ' } },
    });
  });

  it('is offered nowhere that the browser knows no passkeys', async () => {
    vi.stubGlobal('PublicKeyCredential', undefined);
    visit('/my-lines', server);
    expect(await screen.findByTestId('my-lines-verify')).toBeInTheDocument();
    expect(screen.queryByTestId('passkey-sign-in')).toBeNull();
  });
});
