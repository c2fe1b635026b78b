import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { StaffInvitation, StaffMember, StaffSession } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { noSession, staffServer } from '../testing/lines';
import { visit } from '../testing/pages';

const at = '2026-11-23T10:00:00Z';
const here: StaffSession = {
  id: 'x1',
  browser: 'Firefox / Linux',
  openedAt: at,
  lastUsedAt: at,
  current: true,
};
const elsewhere: StaffSession = { ...here, id: 'x2', browser: 'Chrome / Android', current: false };
const invitation: StaffInvitation = {
  staffId: 's2',
  number: 'K7M2-XQ4T',
  url: 'http://localhost/staff/invitation#nsi_secret',
  expiresAt: at,
};

function signedInServer(roles: Parameters<typeof staffServer>[1] = ['REVIEWER']) {
  const server = new FakeServer();
  staffServer(server, roles);
  server.always.set('GET /v1/staff/session', () =>
    Response.json({
      session: { id: 'x1', csrfToken: 'nsx_token', endsAt: at },
      elsewhere: null,
      passkeyNeedsPassword: false,
    }),
  );
  server.always.set('GET /v1/staff/factors', () =>
    Response.json({ signsInHere: true, authenticatorApp: true, passkeys: [], recoveryCodesLeft: 10 }),
  );
  return server;
}

describe('signing in', () => {
  it('asks for number, password and code at once, and keeps no password', async () => {
    const server = new FakeServer();
    staffServer(server, ['AGENT']);
    server.always.set('POST /v1/staff/sessions', () =>
      Response.json({ csrfToken: 'nsx_token', endsAt: at, recoveryCodesLeft: 10 }, { status: 201 }),
    );
    const { user } = visit('/staff', server);
    await user.type(await screen.findByTestId('sign-in-number'), 'k7m2-xq4t');
    await user.type(screen.getByTestId('sign-in-password'), 'tractor violet mumble');
    await user.type(screen.getByTestId('sign-in-code'), '123456');
    await user.click(screen.getByTestId('sign-in-submit'));
    expect(await screen.findByTestId('staff-self')).toHaveTextContent('Li Na');
    expect(server.calls('POST /v1/staff/sessions')[0]?.json).toEqual({
      number: 'k7m2-xq4t',
      password: 'tractor violet mumble',
      code: '123456',
    });
    expect(JSON.stringify(sessionStorage)).not.toContain('tractor');
    // The cookie is the browser's; the page sends only the token beside it.
    expect(server.calls('GET /v1/staff/me')[0]).toMatchObject({ authorization: null, csrf: 'nsx_token' });
  });

  it('says in the server’s words why it did not work, and keeps what was typed', async () => {
    const server = new FakeServer();
    server.always.set('POST /v1/staff/sessions', () => problem(401, 'sign-in-refused'));
    const { user } = visit('/staff', server);
    await user.type(await screen.findByTestId('sign-in-number'), 'AAAA-2222');
    await user.type(screen.getByTestId('sign-in-password'), 'x');
    await user.type(screen.getByTestId('sign-in-code'), '000000');
    await user.click(screen.getByTestId('sign-in-submit'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of sign-in-refused');
    expect(screen.getByTestId('sign-in-number')).toHaveValue('AAAA-2222');
  });

  it('is not needed where this browser has a session already, and ends when signed out', async () => {
    const server = signedInServer();
    server.always.set('DELETE /v1/staff/session', () => new Response(null, { status: 204 }));
    const { user } = visit('/staff', server);
    await screen.findByTestId('staff-self');
    await user.click(screen.getByTestId('staff-sign-out'));
    expect(await screen.findByTestId('sign-in')).toBeInTheDocument();
    expect(server.calls('DELETE /v1/staff/session')[0]?.csrf).toBe('nsx_token');
    expect(sessionStorage).toHaveLength(0);
  });

  it('that could not be ended is not said to be over', async () => {
    const server = signedInServer();
    server.always.set('DELETE /v1/staff/session', () => problem(500, 'internal-error'));
    const { user } = visit('/staff', server);
    await screen.findByTestId('staff-self');
    await user.click(screen.getByTestId('staff-sign-out'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Title of internal-error');
    expect(screen.getByTestId('staff-self')).toBeInTheDocument();
  });

  it('can be done elsewhere where the operator has an issuer, and says when that failed', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/staff/session', () =>
      Response.json({
        session: null,
        elsewhere: { name: 'Example login', path: '/staff/elsewhere' },
        passkeyNeedsPassword: false,
      }),
    );
    visit('/staff?elsewhere=failed', server);
    expect(await screen.findByTestId('sign-in-elsewhere')).toHaveAttribute('href', '/staff/elsewhere');
    expect(screen.getByTestId('sign-in-elsewhere')).toHaveTextContent('Sign in with Example login');
    expect(screen.getByTestId('elsewhere-failed')).toBeInTheDocument();
  });

  it('is asked for again when the session has ended', async () => {
    const server = signedInServer();
    server.always.set('GET /v1/staff/me', noSession);
    visit('/staff', server);
    expect(await screen.findByTestId('session-ended')).toBeInTheDocument();
  });

  it('is asked for again whichever request finds that the session has ended', async () => {
    const server = signedInServer();
    const { user } = visit('/staff', server);
    server.once('POST /v1/reviews/next', noSession);
    await user.click(await screen.findByTestId('review-next'));
    expect(await screen.findByTestId('session-ended')).toHaveTextContent('Please sign in again');
    expect(screen.getByTestId('sign-in')).toBeInTheDocument();
    expect(screen.queryByTestId('staff-self')).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is not asked for again when only a proof was wrong', async () => {
    const server = signedInServer();
    server.always.set('GET /v1/staff/sessions', () => Response.json({ sessions: [here] }));
    server.once('PUT /v1/staff/password', () => problem(401, 'sign-in-refused'));
    const { user } = visit('/staff?part=account', server);
    await user.type(await screen.findByTestId('old-password'), 'x');
    await user.type(screen.getByTestId('change-code'), '000000');
    await user.type(screen.getByTestId('new-password'), 'tractor violet mumble');
    await user.click(screen.getByTestId('password-submit'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Title of sign-in-refused');
    expect(screen.getByTestId('staff-self')).toBeInTheDocument();
  });
});

describe('an invitation', () => {
  const opened = () =>
    Response.json({
      name: 'Li Na',
      operator: 'Example Telecom',
      roles: ['REVIEWER'],
      number: 'K7M2-XQ4T',
      deviceSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      deviceUri: 'otpauth://totp/Namesake:K7M2-XQ4T?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Namesake',
      expiresAt: at,
    });

  it('takes a password and the code of a device, shows the codes for paper, and leads to the desk', async () => {
    const server = signedInServer();
    server.always.set('POST /v1/staff/invitations/open', opened);
    server.always.set('POST /v1/staff/invitations/accept', () =>
      Response.json({ recoveryCodes: ['AAAA-BBBB-CCCC-DDDD'], csrfToken: 'nsx_token' }, { status: 201 }),
    );
    const { user } = visit('/staff/invitation#nsi_secret', server);
    expect(await screen.findByTestId('invitation-number')).toHaveValue('K7M2-XQ4T');
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/staff\/invitation$/));
    expect(screen.getByRole('img', { name: /QR code/ })).toBeInTheDocument();
    await user.type(screen.getByTestId('new-password'), 'too short');
    await user.click(screen.getByTestId('invitation-accept'));
    expect(screen.getByTestId('new-password')).toHaveAccessibleDescription(/at least 12 characters/);
    expect(server.calls('POST /v1/staff/invitations/accept')).toHaveLength(0);
    await user.click(screen.getByTestId('show-password'));
    expect(screen.getByTestId('new-password')).toHaveAttribute('type', 'text');
    await user.type(screen.getByTestId('new-password'), ' but no more');
    await user.type(screen.getByTestId('invitation-code'), '123456');
    await user.click(screen.getByTestId('invitation-accept'));
    expect(await screen.findByTestId('recovery-codes')).toHaveTextContent('AAAA-BBBB-CCCC-DDDD');
    expect(server.calls('POST /v1/staff/invitations/accept')[0]?.json).toEqual({
      token: 'nsi_secret',
      password: 'too short but no more',
      code: '123456',
      passkey: null,
    });
    await user.click(screen.getByTestId('recovery-kept'));
    expect(await screen.findByTestId('staff-self')).toHaveTextContent('Li Na');
  });

  it('that was used says what to do', async () => {
    const server = new FakeServer();
    server.always.set('POST /v1/staff/invitations/open', () => problem(404, 'invitation-unknown'));
    visit('/staff/invitation#nsi_used', server);
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of invitation-unknown');
  });

  it('is needed for its page', async () => {
    visit('/staff/invitation', new FakeServer());
    expect(await screen.findByText(/needs the link/)).toBeInTheDocument();
  });
});

describe('one’s own sign-in', () => {
  it('shows where one is signed in and ends what is not known', async () => {
    const server = signedInServer();
    let sessions = [elsewhere, here];
    server.always.set('GET /v1/staff/sessions', () => Response.json({ sessions }));
    server.always.set('DELETE /v1/staff/sessions/x2', () => {
      sessions = [here];
      return new Response(null, { status: 204 });
    });
    const { user } = visit('/staff?part=account', server);
    expect(await screen.findAllByTestId('session-row')).toHaveLength(2);
    await user.click(screen.getByTestId('session-end'));
    await waitFor(() => expect(screen.getAllByTestId('session-row')).toHaveLength(1));
    expect(screen.queryByTestId('session-end')).toBeNull();
  });

  it('takes another password', async () => {
    const server = signedInServer();
    server.always.set('GET /v1/staff/sessions', () => Response.json({ sessions: [here] }));
    server.always.set('PUT /v1/staff/password', () => new Response(null, { status: 204 }));
    const { user } = visit('/staff?part=account', server);
    await user.click(await screen.findByTestId('password-submit'));
    expect(screen.getByTestId('old-password')).toHaveAccessibleDescription(/needed/);
    await user.type(screen.getByTestId('old-password'), 'tractor violet mumble');
    await user.type(screen.getByTestId('new-password'), 'orchard pebble lantern');
    await user.type(screen.getByTestId('change-code'), '123456');
    await user.click(screen.getByTestId('password-submit'));
    await waitFor(() => expect(screen.getByTestId('password-changed')).toHaveTextContent(/changed/));
    expect(server.calls('PUT /v1/staff/password')[0]?.json).toEqual({
      password: 'tractor violet mumble',
      code: '123456',
      newPassword: 'orchard pebble lantern',
    });
  });
});

it('a supervisor gives a colleague a new link, and no other supervisor', async () => {
  const server = signedInServer(['SUPERVISOR']);
  const member: StaffMember = {
    id: 's2',
    name: 'Wang Fang',
    roles: ['REVIEWER'],
    createdAt: at,
    signIn: 'READY',
    number: 'K7M2-XQ4T',
  };
  const boss: StaffMember = { ...member, id: 's3', name: 'Sun Li', roles: ['SUPERVISOR'] };
  server.always.set('GET /v1/staff/colleagues', () => Response.json({ staff: [member, boss] }));
  server.always.set('POST /v1/staff/colleagues/s2/invitation', () =>
    Response.json(invitation, { status: 201 }),
  );
  const { user } = visit('/staff?part=people', server);
  expect(await screen.findAllByTestId('colleague')).toHaveLength(2);
  await user.click(screen.getByTestId('renew'));
  await user.click(screen.getByTestId('renew-confirm'));
  expect(await screen.findByTestId('staff-invitation')).toHaveTextContent('nsi_secret');
});
