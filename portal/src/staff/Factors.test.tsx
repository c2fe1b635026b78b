import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffFactors } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { staffServer } from '../testing/lines';
import { visit } from '../testing/pages';

const at = '2026-11-23T10:00:00Z';
const credential = { id: 'cred', type: 'public-key' };
const browser = { create: vi.fn(), get: vi.fn() };
const made = { ceremonyId: 'c1', publicKey: { challenge: '-_8', user: { id: 'AQI', name: 'n' } } };
const created = () => Response.json(made, { status: 201 });
const done = () => new Response(null, { status: 204 });
const signedIn = () =>
  Response.json({ csrfToken: 'nsx_token', endsAt: at, recoveryCodesLeft: 9 }, { status: 201 });

const laptop = { id: 'p1', label: 'laptop', createdAt: at, lastUsedAt: at };

let server: FakeServer;
let factors: StaffFactors;

beforeEach(() => {
  server = new FakeServer();
  staffServer(server, ['AGENT']);
  factors = {
    signsInHere: true,
    authenticatorApp: false,
    passkeys: [laptop],
    recoveryCodesLeft: 9,
  };
  browser.create.mockReset().mockResolvedValue({ toJSON: () => credential });
  browser.get.mockReset().mockResolvedValue({ toJSON: () => credential });
  vi.stubGlobal('PublicKeyCredential', {});
  Object.defineProperty(navigator, 'credentials', { value: browser, configurable: true });
  server.always.set('GET /v1/staff/factors', () => Response.json(factors));
  server.always.set('GET /v1/staff/sessions', () => Response.json({ sessions: [] }));
  server.always.set('POST /v1/staff/session/proof/ceremonies', created);
  server.always.set('POST /v1/staff/session/proof', done);
  server.always.set('POST /v1/staff/passkeys/ceremonies', created);
  server.always.set('POST /v1/staff/passkey-sessions/ceremonies', created);
  server.always.set('POST /v1/staff/passkey-sessions', signedIn);
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'credentials');
});

function session(open: boolean, passkeyNeedsPassword = false) {
  server.always.set('GET /v1/staff/session', () =>
    Response.json({
      session: open ? { id: 'x1', csrfToken: 'nsx_token', endsAt: at } : null,
      elsewhere: null,
      passkeyNeedsPassword,
    }),
  );
}

async function account() {
  session(true);
  const page = visit('/staff?part=account', server);
  await screen.findByTestId('factors-change');
  return page;
}

describe('a passkey of one of the staff', () => {
  it('signs in alone, and is the first way in', async () => {
    session(false);
    const { user } = visit('/staff', server);
    const open = await screen.findByTestId('staff-passkey-sign-in');
    const code = screen.getByTestId('sign-in-code');
    expect(open.compareDocumentPosition(code)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await user.click(open);
    expect(await screen.findByTestId('staff-self')).toHaveTextContent('Li Na');
    expect(server.calls('POST /v1/staff/passkey-sessions')[0]?.json).toEqual({
      ceremonyId: 'c1',
      credential,
      password: null,
    });
  });

  it('comes with the password where the operator wants that', async () => {
    session(false, true);
    const { user } = visit('/staff', server);
    await user.type(await screen.findByTestId('passkey-password'), 'tractor violet');
    await user.click(screen.getByTestId('staff-passkey-sign-in'));
    await screen.findByTestId('staff-self');
    expect(server.calls('POST /v1/staff/passkey-sessions')[0]?.json).toMatchObject({
      password: 'tractor violet',
    });
  });

  it('that is not shown after all is no problem, and the other way stands beside it', async () => {
    browser.get.mockRejectedValue(new DOMException('closed', 'NotAllowedError'));
    session(false);
    const { user } = visit('/staff', server);
    await user.click(await screen.findByTestId('staff-passkey-sign-in'));
    expect(await screen.findByTestId('staff-passkey-unanswered')).toHaveTextContent('password and a code');
    expect(screen.queryByTestId('problem')).toBeNull();
    expect(screen.getByTestId('sign-in-submit')).toBeEnabled();
  });

  it('is what an invitation offers first, and an app is the other choice', async () => {
    session(true);
    server.always.set('POST /v1/staff/invitations/open', () =>
      Response.json({
        name: 'Li Na',
        operator: 'Example Telecom',
        roles: ['AGENT'],
        number: 'K7M2-XQ4T',
        deviceSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        deviceUri: 'otpauth://totp/Namesake:K7M2-XQ4T?secret=GEZDGNBVGY3TQOJQ&issuer=Namesake',
        expiresAt: at,
      }),
    );
    server.always.set('POST /v1/staff/invitations/passkey-ceremonies', created);
    server.always.set('POST /v1/staff/invitations/accept', () =>
      Response.json({ recoveryCodes: ['AAAA-BBBB'], csrfToken: 'nsx_token' }, { status: 201 }),
    );
    const { user } = visit('/staff/invitation#nsi_secret', server);
    expect(await screen.findByTestId('factor-passkey')).toBeChecked();
    await user.click(screen.getByTestId('factor-app'));
    expect(screen.getByTestId('device-secret')).toBeInTheDocument();
    await user.click(screen.getByTestId('factor-passkey'));
    await user.type(screen.getByTestId('new-password'), 'tractor violet mumble');
    await user.type(screen.getByTestId('staff-passkey-label'), ' laptop ');
    browser.create.mockRejectedValueOnce(new DOMException('closed', 'NotAllowedError'));
    await user.click(screen.getByTestId('invitation-accept'));
    expect(await screen.findByTestId('staff-passkey-unmade')).toHaveTextContent('authenticator app');
    expect(server.calls('POST /v1/staff/invitations/accept')).toHaveLength(0);
    await user.click(screen.getByTestId('invitation-accept'));
    expect(await screen.findByTestId('recovery-codes')).toHaveTextContent('AAAA-BBBB');
    expect(server.calls('POST /v1/staff/invitations/accept')[0]?.json).toEqual({
      token: 'nsi_secret',
      password: 'tractor violet mumble',
      code: null,
      passkey: { ceremonyId: 'c1', credential, label: 'laptop' },
    });
  });
});

describe('with what one signs in', () => {
  it('is changed only after one has shown again who one is', async () => {
    const { user } = await account();
    expect(screen.getByTestId('staff-passkey-row')).toHaveTextContent('laptop');
    expect(screen.queryByTestId('staff-passkey-remove')).toBeNull();
    server.always.set('POST /v1/staff/passkeys', () => {
      const phone = { ...laptop, id: 'p2', label: 'phone' };
      factors = { ...factors, passkeys: [laptop, phone] };
      return Response.json(phone, { status: 201 });
    });
    await user.click(screen.getByTestId('factors-change'));
    await user.click(screen.getByTestId('proof-passkey'));
    await user.click(await screen.findByTestId('staff-passkey-add'));
    await waitFor(() => expect(screen.getAllByTestId('staff-passkey-row')).toHaveLength(2));
    expect(screen.getByTestId('done')).toHaveFocus();
    expect(server.calls('POST /v1/staff/session/proof')[0]?.json).toMatchObject({
      ceremonyId: 'c1',
      credential,
      password: null,
    });
  });

  it('keeps its last passkey, and says why', async () => {
    server.always.set('DELETE /v1/staff/passkeys/p1', () => problem(409, 'last-factor'));
    const { user } = await account();
    await user.click(screen.getByTestId('factors-change'));
    await user.click(screen.getByTestId('proof-passkey'));
    await user.click(await screen.findByTestId('staff-passkey-remove'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of last-factor');
    expect(screen.getByTestId('staff-passkey-row')).toBeInTheDocument();
  });

  it('asks again when the proof is over', async () => {
    server.always.set('POST /v1/staff/recovery-codes', () => problem(403, 'proof-required'));
    const { user } = await account();
    await user.click(screen.getByTestId('factors-change'));
    await user.click(screen.getByTestId('proof-passkey'));
    await user.click(await screen.findByTestId('recovery-renew'));
    expect(await screen.findByTestId('proof-passkey')).toBeInTheDocument();
    expect(screen.queryByTestId('recovery-renew')).toBeNull();
  });

  it('takes an authenticator app beside the passkey, and new codes for paper, by password and code', async () => {
    server.always.set('POST /v1/staff/authenticator-app/secret', () =>
      Response.json(
        { deviceSecret: 'GEZDGNBV', deviceUri: 'otpauth://totp/Namesake:K?secret=GEZDGNBV', ticket: 'tkt' },
        { status: 201 },
      ),
    );
    server.always.set('PUT /v1/staff/authenticator-app', () => {
      factors = { ...factors, authenticatorApp: true };
      return done();
    });
    server.always.set('DELETE /v1/staff/authenticator-app', () => {
      factors = { ...factors, authenticatorApp: false };
      return done();
    });
    server.always.set('POST /v1/staff/recovery-codes', () =>
      Response.json({ recoveryCodes: ['CCCC-DDDD'] }, { status: 201 }),
    );
    const { user } = await account();
    await user.click(screen.getByTestId('factors-change'));
    await user.click(screen.getByTestId('proof-otherwise'));
    await user.type(screen.getByTestId('proof-password'), 'tractor violet');
    await user.type(screen.getByTestId('proof-code'), 'AAAA-BBBB');
    await user.click(screen.getByTestId('proof-submit'));
    await user.click(await screen.findByTestId('app-add'));
    await user.type(await screen.findByTestId('invitation-code'), '123456');
    await user.click(screen.getByTestId('app-set'));
    expect(await screen.findByTestId('app-row')).toBeInTheDocument();
    expect(server.calls('PUT /v1/staff/authenticator-app')[0]?.json).toEqual({
      ticket: 'tkt',
      code: '123456',
    });
    await user.click(screen.getByTestId('app-remove'));
    await waitFor(() => expect(screen.queryByTestId('app-row')).toBeNull());
    await user.click(screen.getByTestId('recovery-renew'));
    expect(await screen.findByTestId('recovery-codes')).toHaveTextContent('CCCC-DDDD');
  });

  it('is not shown to whoever signs in elsewhere', async () => {
    factors = { signsInHere: false, authenticatorApp: false, passkeys: [], recoveryCodesLeft: 0 };
    session(true);
    visit('/staff?part=account', server);
    await screen.findByTestId('password-submit');
    await waitFor(() => expect(screen.queryByTestId('factors')).toBeNull());
  });
});
