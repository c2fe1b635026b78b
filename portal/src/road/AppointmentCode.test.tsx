import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { attendedDecision, FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const application = 'GET /v1/applications/a1';
const appointment = 'GET /v1/applications/a1/appointment';
const at = '2026-11-23T10:00:00Z';

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

const code = () => Response.json({ code: 'K7QM-4TXA', kind: 'ATTENDED' });
/** The tab is looked at again. */
const comeBack = () => act(() => void fireEvent(document, new Event('visibilitychange')));
const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));

it('whoever comes back to a case that was decided meanwhile reads the decision, and no dead code', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = inReview();
  server.once(appointment, code);
  visit('/apply/a1#tok', server);
  await screen.findByTestId('appointment-code');
  server.decision = { outcome: 'VERIFIED', reasons: [], decidedAt: at, imagesErasedAt: at };
  server.decide();
  comeBack();
  await waitFor(() => expect(screen.getByTestId('verdict')).toHaveAttribute('data-outcome', 'VERIFIED'));
  expect(screen.queryByTestId('appointment')).toBeNull();
  await seconds(30);
  expect(server.calls(appointment)).toHaveLength(2);
});

it('a code that counts no more is not shown, although the application says nothing new', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = inReview();
  server.once(appointment, code);
  visit('/apply/a1#tok', server);
  await screen.findByTestId('appointment-code');
  const asked = server.calls(application).length;
  comeBack();
  await waitFor(() => expect(screen.queryByTestId('appointment')).toBeNull());
  await seconds(30);
  expect(server.calls(application)).toHaveLength(asked + 1);
  expect(screen.getByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW');
});

it('a session that has ended is not asked with again, and the verdict stays', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = inReview();
  server.once(appointment, code);
  visit('/apply/a1#tok', server);
  await screen.findByTestId('appointment-code');
  server.always.set(appointment, () => problem(401, 'not-authenticated'));
  comeBack();
  await seconds(60);
  expect(server.calls(appointment)).toHaveLength(2);
  expect(screen.getByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW');
  expect(screen.getByTestId('appointment-code')).toBeInTheDocument();
});

it('without a code the asking ends after some minutes, and goes on with whoever touches the page', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const server = inReview();
  visit('/apply/a1#tok', server);
  await screen.findByTestId('verdict');
  await seconds(310);
  const asked = server.calls(appointment).length;
  expect(asked).toBeGreaterThan(90);
  await seconds(600);
  expect(server.calls(appointment)).toHaveLength(asked);
  server.always.set(appointment, code);
  fireEvent.pointerDown(document.body);
  expect(await screen.findByTestId('appointment-code')).toHaveTextContent('K7QM-4TXA');
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
