import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { LinkedNotice } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const doubted: LinkedNotice = {
  line: '+8613800138000',
  language: 'en',
  doubt: 'DOCUMENT_EXPIRED',
  explanation: 'was verified with a document that has expired',
  phase: 'NOTIFIED',
  nextStepAt: '2099-12-08T10:00:00Z',
  limits: ['OUTGOING'],
  extensionsPossible: ['TRAVEL', 'ILLNESS'],
  appealPossible: true,
};

function noticeServer() {
  const server = new FakeServer();
  server.always.set('GET /v1/remediation-notices/tok', () => Response.json(doubted));
  return server;
}

it('a notice says what is doubted and by when, and blames nobody', async () => {
  visit('/notice#tok', noticeServer());
  const page = await screen.findByTestId('notice');
  expect(page).toHaveTextContent('The document with which it was verified has expired.');
  expect(page).toHaveTextContent('That is no accusation');
  expect(screen.getByTestId('notice-next')).toHaveTextContent('2099');
});

it('more time is given at once for a cause that is possible', async () => {
  const server = noticeServer();
  server.always.set('POST /v1/remediation-notices/tok/extension', () =>
    Response.json({ ...doubted, extensionsPossible: [] }),
  );
  const { user } = visit('/notice#tok', server);
  expect(await screen.findByTestId('notice-time-ILLNESS')).toBeInTheDocument();
  expect(screen.queryByTestId('notice-time-DISABILITY')).toBeNull();
  await user.click(screen.getByTestId('notice-time-TRAVEL'));
  expect(await screen.findByTestId('done')).toHaveFocus();
  expect(server.calls('POST /v1/remediation-notices/tok/extension')[0]?.json).toEqual({ cause: 'TRAVEL' });
});

it('an appeal stops the clock', async () => {
  const server = noticeServer();
  server.always.set('POST /v1/remediation-notices/tok/appeal', () =>
    Response.json({ ...doubted, phase: 'APPEALED', nextStepAt: null, appealPossible: false }),
  );
  const { user } = visit('/notice#tok', server);
  await user.click(await screen.findByTestId('notice-appeal'));
  expect(screen.getByTestId('notice-words')).toHaveAccessibleDescription(/Please write a few words/);
  await user.type(screen.getByTestId('notice-words'), 'I have a new one.');
  await user.click(screen.getByTestId('notice-appeal'));
  await waitFor(() => expect(screen.getByTestId('notice-next')).toHaveTextContent('The clock stands still'));
  expect(screen.queryByTestId('notice-appeal')).toBeNull();
});

it('a link that opens nothing shows the next step', async () => {
  const server = new FakeServer();
  server.always.set('GET /v1/remediation-notices/tok', () => problem(404, 'case-unknown'));
  visit('/notice#tok', server);
  expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of case-unknown');
});
