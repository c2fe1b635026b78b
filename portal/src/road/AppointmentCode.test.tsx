import { act, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { attendedDecision, FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const appointment = 'GET /v1/applications/a1/appointment';

function inReview(): FakeServer {
  const server = new FakeServer();
  server.decision = attendedDecision;
  server.decide();
  return server;
}

it('whoever waits for a person reads the code that an agent asks for', async () => {
  const server = inReview();
  server.always.set(appointment, () => Response.json({ code: 'K7QM-4TXA', kind: 'ATTENDED' }));
  visit('/apply/a1#tok', server);
  expect(await screen.findByTestId('appointment-code')).toHaveTextContent('K7QM-4TXA');
  expect(screen.getByTestId('appointment')).toHaveTextContent('Take your document to a shop');
});

it('a code that is not there yet takes nothing from the page, and comes once it is', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = inReview();
  visit('/apply/a1#tok', server);
  expect(await screen.findByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW');
  await waitFor(() => expect(server.calls(appointment)).toHaveLength(1));
  expect(screen.queryByTestId('appointment')).toBeNull();
  expect(screen.queryByTestId('problem')).toBeNull();
  server.always.set(appointment, () => Response.json({ code: 'K7QM-4TXA', kind: 'ATTENDED' }));
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(await screen.findByTestId('appointment-code')).toHaveTextContent('K7QM-4TXA');
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(server.calls(appointment)).toHaveLength(2);
});

it('whoever takes the consent back reads that they have to come, also while the case is still that of pictures', async () => {
  const server = new FakeServer();
  const consent = { textVersion: '1', givenAt: '2026-11-23T10:00:00Z', withdrawnAt: null };
  server.application = { ...server.application, state: 'REVIEW', consent };
  server.always.set(appointment, () => Response.json({ code: 'K7QM-4TXA', kind: 'PICTURES' }));
  server.once('POST /v1/applications/a1/consent/withdrawal', () => {
    const at = '2026-11-23T11:00:00Z';
    return Response.json({
      ...server.application,
      updatedAt: at,
      consent: { ...consent, withdrawnAt: at },
      attendedCheck: { requestedAt: at },
    });
  });
  const { user } = visit('/apply/a1#tok', server);
  expect(await screen.findByTestId('appointment')).toHaveTextContent('You need not do anything');
  await user.click(screen.getByTestId('withdraw-consent'));
  await user.click(screen.getByTestId('withdraw-consent-confirm'));
  await waitFor(() =>
    expect(screen.getByTestId('appointment')).toHaveTextContent('Take your document to a shop'),
  );
  expect(server.calls(appointment)).toHaveLength(2);
});

it('a code that cannot be had for another cause says which', async () => {
  const server = inReview();
  server.once(appointment, () => problem(500, 'internal'));
  const { user } = visit('/apply/a1#tok', server);
  expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'internal');
  server.always.set(appointment, () => Response.json({ code: 'K7QM-4TXA', kind: 'ATTENDED' }));
  await user.click(screen.getByTestId('retry'));
  expect(await screen.findByTestId('appointment-code')).toBeInTheDocument();
  expect(screen.queryByTestId('problem')).toBeNull();
});
