import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { holderToken } from '../mylines/holderToken';
import { FakeServer, problem } from '../testing/fakeServer';
import { aTransfer, HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';

const until = '2099-12-08T10:00:00Z';
let server: FakeServer;
let holder: HolderServer;
let state = 'OFFERED';

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
  state = 'OFFERED';
  server.always.set('GET /v1/transfer-offers/tok', () =>
    Response.json({
      line: '+8613800138000',
      service: 'MOBILE',
      operator: 'Example Telecom',
      kind: 'HANDOVER',
      state,
      expiresAt: until,
    }),
  );
  server.always.set('POST /v1/me/transfers', () =>
    Response.json({ ...aTransfer, side: 'RECEIVER', state: 'ACCEPTED' }),
  );
});

describe('an offered line', () => {
  it('asks for a verification first, and the way back leads to the offer', async () => {
    const { application } = server;
    server.application = { ...application, purpose: 'MY_LINES', line: null, service: null };
    server.decide();
    server.once('POST /v1/me/verifications', () =>
      Response.json(
        { id: 'a1', captureLink: { url: 'https://elsewhere.example/apply/a1#tok', expiresAt: '' } },
        { status: 201 },
      ),
    );
    server.once('POST /v1/me/sessions', () =>
      Response.json({ token: 'nsh_new', expiresAt: '', verifiedAt: '' }, { status: 201 }),
    );
    const { user } = visit('/transfer#tok', server);
    expect(await screen.findByTestId('transfer')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/transfer$/));
    await user.click(await screen.findByTestId('verify-again'));
    await user.click(await screen.findByTestId('see-my-lines'));
    await user.click(await screen.findByTestId('transfer-accept'));
    expect(await screen.findByTestId('transfer-accepted')).toHaveTextContent('The operator can object');
    expect(server.calls('POST /v1/me/transfers')[0]).toMatchObject({
      authorization: 'Bearer nsh_new',
      json: { token: 'tok' },
    });
  });

  it('asks again when the verification is too old', async () => {
    holderToken.keep('nsh_token');
    server.once('POST /v1/me/transfers', () => problem(403, 'verification-too-old'));
    const { user } = visit('/transfer#tok', server);
    await user.click(await screen.findByTestId('transfer-accept'));
    expect(await screen.findByTestId('verify-again')).toHaveTextContent('Verify me again');
  });

  it('that is no longer offered asks for nothing', async () => {
    state = 'WITHDRAWN';
    visit('/transfer#tok', server);
    expect(await screen.findByTestId('transfer-closed')).toHaveTextContent('Withdrawn');
    expect(screen.queryByTestId('verify-again')).toBeNull();
  });
});

describe('the giver', () => {
  it('gets a link to give, sees the offer, and can change their mind', async () => {
    server.always.set('POST /v1/me/lines/l1/transfer', () => {
      holder.transfers = [aTransfer];
      return Response.json(
        { id: 't1', url: 'https://x.example/transfer#tok', expiresAt: until },
        { status: 201 },
      );
    });
    holderToken.keep('nsh_token');
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('wish-handOver'));
    await user.click(screen.getByTestId('hand-over-confirm'));
    expect(await screen.findByTestId('hand-over-link')).toHaveTextContent('https://x.example/transfer#tok');
    await user.click(screen.getByTestId('hand-over-close'));
    await user.click(await screen.findByTestId('transfer-withdraw'));
    await waitFor(() => expect(screen.getByTestId('my-transfer')).toHaveAttribute('data-state', 'WITHDRAWN'));
  });

  it('is asked to verify again when that was too long ago', async () => {
    server.once('POST /v1/me/lines/l1/transfer', () => problem(403, 'verification-too-old'));
    holderToken.keep('nsh_token');
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('wish-handOver'));
    await user.click(screen.getByTestId('hand-over-confirm'));
    expect(await screen.findByTestId('verify-again')).toBeInTheDocument();
  });
});
