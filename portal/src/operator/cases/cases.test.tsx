import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { aLetter, aRemediation, aTransfer } from '../../testing/cases';
import { FakeServer, problem } from '../../testing/fakeServer';
import { visit } from '../../testing/pages';
import { operatorKey } from '../key';

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.always.set('GET /v1/remediations', () => Response.json({ remediations: [aRemediation] }));
  server.always.set('GET /v1/remediations/r1', () => Response.json(aRemediation));
  server.always.set('POST /v1/remediations/r1/extensions', () => Response.json(aRemediation));
  server.always.set('POST /v1/remediations/r1/withdrawal', () => Response.json(aRemediation));
  operatorKey.keep('nsk_operator');
});

describe('a doubted line', () => {
  it('shows every notice and step, and is given more time for a cause that was not used yet', async () => {
    const { user } = visit('/operator?part=cases', server);
    await user.click(await screen.findByTestId('remediation-open'));
    expect(await screen.findByTestId('remediation-notice')).toHaveTextContent('by text message');
    expect(screen.queryByTestId('remediation-time-TRAVEL')).toBeNull();
    await user.click(screen.getByTestId('remediation-time-ILLNESS'));
    expect(await screen.findByTestId('done')).toHaveTextContent('There is more time for +8613800138000');
    expect(server.calls('POST /v1/remediations/r1/extensions')[0]?.json).toEqual({ cause: 'ILLNESS' });
  });

  it('is withdrawn after one question', async () => {
    const { user } = visit('/operator?part=cases', server);
    await user.click(await screen.findByTestId('remediation-open'));
    await user.click(await screen.findByTestId('remediation-withdraw'));
    expect(server.calls('POST /v1/remediations/r1/withdrawal')).toHaveLength(0);
    await user.click(screen.getByTestId('remediation-withdraw-confirm'));
    expect(await screen.findByTestId('done')).toHaveTextContent('is withdrawn');
  });

  it('whose time cannot be extended says what to do', async () => {
    server.once('POST /v1/remediations/r1/extensions', () => problem(409, 'case-closed'));
    const { user } = visit('/operator?part=cases', server);
    await user.click(await screen.findByTestId('remediation-open'));
    await user.click(await screen.findByTestId('remediation-time-ILLNESS'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of case-closed');
  });
});

it('a letter is read, printed and noted as posted', async () => {
  let letters = [aLetter];
  server.always.set('GET /v1/letters', () => Response.json({ letters }));
  server.always.set('POST /v1/letters/p1/posted', () => {
    letters = [];
    return new Response(null, { status: 204 });
  });
  const print = vi.fn();
  vi.stubGlobal('print', print);
  const { user } = visit('/operator?part=letters', server);
  await user.click(await screen.findByTestId('letter-open'));
  expect(screen.getByTestId('letter')).toHaveTextContent('Please verify.');
  await user.click(screen.getByTestId('letter-print'));
  expect(print).toHaveBeenCalledOnce();
  await user.click(screen.getByTestId('letter-posted'));
  await waitFor(() => expect(screen.queryByTestId('letter-row')).toBeNull());
  expect(screen.getByTestId('done')).toHaveFocus();
});

it('a transfer is objected to with a reason that both sides read, after one question', async () => {
  server.always.set('GET /v1/transfers', () => Response.json({ transfers: [aTransfer] }));
  server.always.set('POST /v1/transfers/t1/veto', () => new Response(null, { status: 204 }));
  const { user } = visit('/operator?part=transfers', server);
  await user.click(await screen.findByTestId('transfer-object'));
  await user.click(screen.getByTestId('veto-decide'));
  expect(screen.getByText('Please choose one.')).toBeInTheDocument();
  await user.click(screen.getByTestId('veto-code-OPEN_CASE'));
  await user.click(screen.getByTestId('veto-decide'));
  await user.click(screen.getByTestId('veto-decide-confirm'));
  expect(await screen.findByTestId('done')).toHaveTextContent('stays with its holder');
  expect(server.calls('POST /v1/transfers/t1/veto')[0]?.json).toEqual({ reason: 'OPEN_CASE' });
});

it('the part of the desk stands in the address, so that a reload finds it', async () => {
  const { user } = visit('/operator', server);
  await user.click(await screen.findByTestId('operator-tab-cases'));
  expect(screen.getByTestId('operator-tab-cases')).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByTestId('remediation-row')).toHaveAttribute('data-phase', 'AWAITING_DECISION');
});
