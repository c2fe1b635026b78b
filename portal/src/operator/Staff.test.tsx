import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { StaffMember } from '../api/types';
import { FakeServer } from '../testing/fakeServer';
import { staffDispute } from '../testing/lines';
import { visit } from '../testing/pages';
import { operatorKey } from './key';

const liNa: StaffMember = {
  id: 's1',
  name: 'Li Na',
  roles: ['REVIEWER'],
  createdAt: '2026-11-23T10:00:00Z',
  signIn: 'TOKEN',
  number: null,
};

const invitation = {
  staffId: 's1',
  number: 'K7M2-XQ4T',
  url: 'http://localhost/staff/invitation#nsi_secret',
  expiresAt: '2026-11-26T10:00:00Z',
};

function deskOf(server: FakeServer) {
  operatorKey.keep('nsk_operator');
  return visit('/operator?part=people', server);
}

describe('the operator’s people', () => {
  it('are added with a name and roles; the token is shown once', async () => {
    const server = new FakeServer();
    let staff: StaffMember[] = [];
    server.always.set('GET /v1/staff', () => Response.json({ staff }));
    server.always.set('POST /v1/staff', () => {
      staff = [liNa];
      return Response.json({ member: liNa, token: 'nst_secret' }, { status: 201 });
    });
    const { user } = deskOf(server);
    await user.click(await screen.findByTestId('staff-add'));
    await user.click(screen.getByTestId('staff-submit'));
    expect(screen.getByText('Please choose at least one role.')).toBeInTheDocument();
    await user.type(screen.getByTestId('staff-name'), 'Li Na');
    await user.click(screen.getByTestId('staff-role-REVIEWER'));
    await user.click(screen.getByTestId('staff-byToken'));
    await user.click(screen.getByTestId('staff-submit'));
    expect(await screen.findByTestId('staff-new-token')).toHaveTextContent('nst_secret');
    expect(server.calls('POST /v1/staff')[0]?.json).toEqual({ name: 'Li Na', roles: ['REVIEWER'] });
    expect(await screen.findByTestId('staff-row')).toHaveTextContent('Reviewer');
  });

  it('are invited by a link that is shown once, and get another when they lost a factor', async () => {
    const server = new FakeServer();
    let staff: StaffMember[] = [];
    server.always.set('GET /v1/staff', () => Response.json({ staff }));
    server.always.set('POST /v1/staff/invitations', () => {
      staff = [{ ...liNa, signIn: 'INVITED', number: invitation.number }];
      return Response.json(invitation, { status: 201 });
    });
    server.always.set('POST /v1/staff/s1/invitation', () =>
      Response.json({ ...invitation, url: 'http://localhost/staff/invitation#nsi_other' }, { status: 201 }),
    );
    const { user } = deskOf(server);
    await user.click(await screen.findByTestId('staff-add'));
    await user.type(screen.getByTestId('staff-name'), 'Li Na');
    await user.click(screen.getByTestId('staff-role-REVIEWER'));
    await user.click(screen.getByTestId('staff-submit'));
    expect(await screen.findByTestId('staff-invitation')).toHaveTextContent('#nsi_secret');
    expect(server.calls('POST /v1/staff/invitations')[0]?.json).toEqual({
      name: 'Li Na',
      roles: ['REVIEWER'],
    });
    expect(await screen.findByTestId('staff-row')).toHaveTextContent('Invited: K7M2-XQ4T');
    await user.click(screen.getByTestId('renew'));
    await user.click(screen.getByTestId('renew-confirm'));
    await waitFor(() => expect(screen.getByTestId('staff-invitation')).toHaveTextContent('#nsi_other'));
  });

  it('get other roles', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/staff', () => Response.json({ staff: [liNa] }));
    server.always.set('PUT /v1/staff/s1/roles', () => new Response(null, { status: 204 }));
    const { user } = deskOf(server);
    await user.click(await screen.findByTestId('staff-roles'));
    await user.click(screen.getByTestId('staff-has-role-REVIEWER'));
    await user.click(screen.getByTestId('staff-roles-save'));
    expect(server.calls('PUT /v1/staff/s1/roles')).toHaveLength(0);
    await user.click(screen.getByTestId('staff-has-role-AGENT'));
    await user.click(screen.getByTestId('staff-roles-save'));
    await waitFor(() => expect(server.calls('PUT /v1/staff/s1/roles')).toHaveLength(1));
    expect(server.calls('PUT /v1/staff/s1/roles')[0]?.json).toEqual({ roles: ['AGENT'] });
  });

  it('leave after one question', async () => {
    const server = new FakeServer();
    let staff = [liNa];
    server.always.set('GET /v1/staff', () => Response.json({ staff }));
    server.always.set('DELETE /v1/staff/s1', () => {
      staff = [];
      return new Response(null, { status: 204 });
    });
    const { user } = deskOf(server);
    await user.click(await screen.findByTestId('staff-remove'));
    await user.click(screen.getByTestId('staff-remove-confirm'));
    await waitFor(() => expect(screen.queryByTestId('staff-row')).toBeNull());
  });
});

it('an open dispute gets a link by which whoever uses the line is heard', async () => {
  const server = new FakeServer();
  server.always.set('GET /v1/disputes', () => Response.json({ disputes: [staffDispute] }));
  server.always.set('POST /v1/disputes/d1/hearing', () =>
    Response.json({ url: 'http://localhost/hearing#tok' }, { status: 201 }),
  );
  operatorKey.keep('nsk_operator');
  const { user } = visit('/operator?part=cases', server);
  await user.click(await screen.findByTestId('hearing-invite'));
  expect(await screen.findByTestId('hearing-link')).toHaveTextContent('http://localhost/hearing#tok');
  expect(server.calls('POST /v1/disputes/d1/hearing')[0]?.json).toEqual({ locale: 'en' });
});
