import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { operatorKey } from '../operator/key';
import { staffToken } from '../staff/token';
import { FakeServer, problem } from '../testing/fakeServer';
import { noSession, staffServer } from '../testing/lines';
import { visit } from '../testing/pages';

const key = 'lines.example.com/audit+00000000+AQID';

function auditServer() {
  const server = new FakeServer();
  const checkpoint = { at: '2026-11-23T10:00:00Z', size: 12, root: 'ab'.repeat(32), checkpoint: 'note' };
  server.always.set('GET /v1/audit/key', () => new Response(`${key}\n`));
  server.always.set('GET /v1/audit/checkpoints', () => Response.json({ checkpoints: [checkpoint] }));
  server.always.set('POST /v1/audit/checkpoints', () => new Response('note'));
  server.always.set('GET /v1/audit/entries/7/proof', () => Response.json({ kind: 'inclusion' }));
  operatorKey.keep('nsk_operator');
  return server;
}

describe('the audit log', () => {
  it('shows what was signed, with its key, and is signed on demand', async () => {
    const server = auditServer();
    const { user } = visit('/audit', server);
    expect(await screen.findByTestId('checkpoint')).toHaveTextContent('12 entries');
    expect(screen.getByTestId('audit-key')).toHaveTextContent(key);
    await user.click(screen.getByTestId('audit-sign'));
    expect(await screen.findByText(/It stands first in the list/)).toBeInTheDocument();
    expect(server.calls('GET /v1/audit/checkpoints')).toHaveLength(2);
  });

  it('gives a proof of an entry as a file', async () => {
    const server = auditServer();
    const { user } = visit('/audit', server);
    await user.click(await screen.findByTestId('proof-get'));
    expect(screen.getByTestId('proof-number')).toHaveAccessibleDescription(/whole number/);
    await user.type(screen.getByTestId('proof-number'), '7');
    await user.click(screen.getByTestId('proof-get'));
    expect(await screen.findByText('The proof is in your downloads.')).toBeInTheDocument();
  });

  it('says what to do where an entry is somebody else’s', async () => {
    const server = auditServer();
    server.once('GET /v1/audit/entries/7/proof', () => problem(404, 'not-found'));
    const { user } = visit('/audit', server);
    await user.type(await screen.findByTestId('proof-number'), '7');
    await user.click(screen.getByTestId('proof-get'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of not-found');
  });

  it('asks to sign in again when the session has ended meanwhile, and forgets what opens nothing', async () => {
    const server = auditServer();
    const { user } = visit('/audit', server);
    await screen.findByTestId('checkpoint');
    server.once('POST /v1/audit/checkpoints', noSession);
    await user.click(screen.getByTestId('audit-sign'));
    expect(await screen.findByTestId('audit-sign-in')).toHaveTextContent('Your session has ended');
    expect(screen.queryByTestId('checkpoint')).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });
});

it('a file is checked without being signed in, and asks for a file and a key first', async () => {
  const { user } = visit('/audit', new FakeServer());
  expect(await screen.findByTestId('audit-sign-in')).toBeInTheDocument();
  await user.click(screen.getByTestId('audit-verify'));
  expect(screen.getByTestId('audit-file')).toHaveAccessibleDescription('Please choose a file.');
  await user.upload(screen.getByTestId('audit-file'), new File(['{}'], 'proof.json'));
  await user.type(screen.getByTestId('audit-check-key'), 'no key');
  await user.click(screen.getByTestId('audit-verify'));
  await waitFor(() => expect(screen.getByTestId('audit-check-key')).toHaveAttribute('aria-invalid', 'true'));
});

describe('who looked at which case', () => {
  const aLook = {
    caseId: '11111111-2222-3333-4444-555555555555',
    staffId: 's2',
    reason: 'COMPARE_FACES',
    at: '2026-11-23T10:00:00Z',
    until: '2026-11-23T10:05:00Z',
  };

  it('is shown to an auditor beside the signed log, with its reason, older looks when asked for, and for one case', async () => {
    const server = auditServer();
    operatorKey.forget();
    staffServer(server, ['AUDITOR']);
    staffToken.keep('nss_auditor');
    server.once('GET /v1/reviews/looks', () => Response.json({ looks: [aLook], next: 'more' }));
    server.always.set('GET /v1/reviews/looks', () =>
      Response.json({ looks: [{ ...aLook, reason: 'LOOK_AGAIN' }], next: null }),
    );
    const { user } = visit('/audit', server);
    expect(await screen.findByTestId('look')).toHaveTextContent('To compare the faces');
    expect(await screen.findByTestId('checkpoint')).toBeInTheDocument();
    await user.click(screen.getByTestId('looks-older'));
    await waitFor(() => expect(screen.getAllByTestId('look')).toHaveLength(2));
    expect(screen.queryByTestId('looks-older')).toBeNull();

    await user.type(screen.getByTestId('looks-case'), 'no case');
    await user.click(screen.getByTestId('looks-show'));
    expect(screen.getByTestId('looks-case')).toHaveAccessibleDescription(/no number of a case/);
    await user.clear(screen.getByTestId('looks-case'));
    await user.type(screen.getByTestId('looks-case'), aLook.caseId);
    await user.click(screen.getByTestId('looks-show'));
    await waitFor(() => expect(screen.getAllByTestId('look')).toHaveLength(1));
    expect(screen.getByTestId('look')).toHaveTextContent('To look once more');
  });

  it('is shown to a supervisor without the signed log, and to no reviewer', async () => {
    const server = auditServer();
    operatorKey.forget();
    staffServer(server, ['SUPERVISOR']);
    staffToken.keep('nss_supervisor');
    server.always.set('GET /v1/reviews/looks', () => Response.json({ looks: [], next: null }));
    const { unmount } = visit('/audit', server);
    expect(await screen.findByTestId('looks-none')).toBeInTheDocument();
    expect(screen.queryByTestId('audit-key')).toBeNull();
    unmount();

    staffServer(server, ['SUPERVISOR', 'REVIEWER']);
    visit('/audit', server);
    expect(await screen.findByText(/is for auditors/)).toBeInTheDocument();
    expect(screen.queryByTestId('looks')).toBeNull();
  });
});
