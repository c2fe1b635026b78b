import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HolderApi } from '../api/holder';
import { FakeServer, problem } from '../testing/fakeServer';
import { aDispute, HolderServer, noSession } from '../testing/lines';
import { visit } from '../testing/pages';
import { holderToken, visitIdleMillis } from './holderToken';

let server: FakeServer;
let holder: HolderServer;

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
});

async function seeLines() {
  holderToken.keep('nsh_token');
  const page = visit('/my-lines', server);
  await screen.findByTestId('my-lines');
  return page;
}

describe('before a verification', () => {
  it('the page says what it is, and starts one on the ordinary road', async () => {
    server.once('POST /v1/me/verifications', () =>
      Response.json(
        { id: 'a1', captureLink: { url: 'https://elsewhere.example/apply/a1#tok', expiresAt: '' } },
        { status: 201 },
      ),
    );
    const { user } = visit('/my-lines', server);
    expect(await screen.findByTestId('my-lines-start')).toHaveTextContent('every phone and internet line');
    await user.click(screen.getByTestId('my-lines-verify'));
    expect(await screen.findByTestId('consent')).toBeInTheDocument();
    expect(server.calls('POST /v1/me/verifications')[0]?.json).toEqual({ locale: 'en' });
  });

  it('a closed door says what to do instead', async () => {
    server.once('POST /v1/me/verifications', () => problem(403, 'not-allowed'));
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('my-lines-verify'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of not-allowed');
  });
});

describe('after a verification', () => {
  it('the verdict trades the capture session for one that shows the lines', async () => {
    const { application } = server;
    server.application = { ...application, purpose: 'MY_LINES', line: null, service: null };
    server.decide();
    server.once('POST /v1/me/sessions', () =>
      Response.json({ token: 'nsh_new', expiresAt: '', verifiedAt: '' }, { status: 201 }),
    );
    const { user } = visit('/apply/a1#tok', server);
    expect(await screen.findByTestId('verdict')).toHaveTextContent('You are verified');
    await user.click(screen.getByTestId('see-my-lines'));
    expect(await screen.findByTestId('my-line')).toHaveTextContent('+8613800138000');
    expect(server.calls('POST /v1/me/sessions')[0]?.authorization).toBe('Bearer nsc_session');
    expect(server.calls('GET /v1/me/lines')[0]?.authorization).toBe('Bearer nsh_new');
  });

  it('a verdict that is too old to show lines says what to do', async () => {
    server.decide();
    server.once('POST /v1/me/sessions', () => problem(403, 'verification-too-old'));
    const { user } = visit('/apply/a1#tok', server);
    await user.click(await screen.findByTestId('see-my-lines'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of verification-too-old');
  });

  it('a verdict that was left open for too long stays to be read, and leads to another verification', async () => {
    server.decide();
    server.once('POST /v1/me/sessions', noSession);
    const { user } = visit('/apply/a1#tok', server);
    await user.click(await screen.findByTestId('see-my-lines'));
    expect(await screen.findByTestId('see-my-lines-late')).toHaveTextContent('verify yourself once more');
    expect(screen.getByTestId('verdict')).toBeInTheDocument();
    expect(screen.queryByTestId('problem')).toBeNull();
    await user.click(screen.getByTestId('see-my-lines-again'));
    expect(await screen.findByTestId('my-lines-start')).toBeInTheDocument();
  });
});

describe('the lines', () => {
  it('say who, since when and what they may do, in plain words', async () => {
    await seeLines();
    const line = screen.getByTestId('my-line');
    expect(line).toHaveTextContent('Example Telecom');
    expect(line).toHaveTextContent('You applied for it.');
    expect(within(line).queryByTestId('my-line-limits')).toBeNull();
  });

  it('that are none say so kindly', async () => {
    holder.mine = { ...holder.mine, lines: [] };
    await seeLines();
    expect(screen.getByTestId('my-lines-empty')).toHaveTextContent('All is well');
  });

  it('that are not mine are disputed with a claim and one confirmation', async () => {
    const { user } = await seeLines();
    await user.click(screen.getByTestId('wish-notMine'));
    expect(screen.getByRole('heading', { level: 4 })).toHaveFocus();
    await user.click(screen.getByTestId('not-mine-confirm'));
    expect(screen.getByText('Please choose one.')).toBeInTheDocument();
    expect(server.calls('POST /v1/me/lines/l1/dispute')).toHaveLength(0);
    await user.click(screen.getByTestId('claim-GAVE_IT_AWAY'));
    await user.click(screen.getByTestId('not-mine-confirm'));
    expect(await screen.findByTestId('my-dispute')).toHaveAttribute('data-state', 'OPEN');
    expect(server.calls('POST /v1/me/lines/l1/dispute')[0]?.json).toEqual({ claim: 'GAVE_IT_AWAY' });
    expect(screen.getByTestId('done')).toHaveFocus();
    expect(screen.getByTestId('my-line-matter')).toHaveTextContent('A trained person is looking into it');
    expect(screen.getByTestId('my-line-limits')).toHaveTextContent('Receive codes');
    expect(screen.queryByTestId('wish-notMine')).toBeNull();
  });

  it('can be left with a question unanswered: the focus goes back to where it was', async () => {
    const { user } = await seeLines();
    await user.click(screen.getByTestId('wish-notNeeded'));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByTestId('wish-notNeeded')).toHaveFocus();
  });

  it('that are not needed end, and that can be taken back', async () => {
    const { user } = await seeLines();
    await user.click(screen.getByTestId('wish-notNeeded'));
    await user.click(screen.getByTestId('not-needed-confirm'));
    await user.click(await screen.findByTestId('ending-undo'));
    expect(await screen.findByTestId('my-line')).toBeInTheDocument();
    expect(screen.queryByTestId('ended-line')).toBeNull();
  });

  it('can be lent, in the own word of the holder, and taken back', async () => {
    const { user } = await seeLines();
    await user.click(screen.getByTestId('wish-someone'));
    await user.click(screen.getByTestId('user-save'));
    expect(screen.getByTestId('user-label')).toHaveAccessibleDescription(/Please write a word/);
    await user.click(screen.getByTestId('user-kind-CHILD'));
    await user.type(screen.getByTestId('user-label'), 'my daughter');
    await user.click(screen.getByTestId('user-save'));
    await waitFor(() => expect(screen.getByTestId('my-line')).toHaveTextContent('my daughter'));
    expect(server.calls('PUT /v1/me/lines/l1/user')[0]?.json).toEqual({
      kind: 'CHILD',
      label: 'my daughter',
    });
    await user.click(screen.getByTestId('wish-someone'));
    await user.click(screen.getByTestId('user-me'));
    await waitFor(() => expect(screen.getByTestId('my-line')).not.toHaveTextContent('my daughter'));
  });

  it('show a problem with its next step beside what was asked', async () => {
    const { user } = await seeLines();
    server.once('POST /v1/me/lines/l1/ending', () => problem(409, 'case-closed'));
    await user.click(screen.getByTestId('wish-notNeeded'));
    await user.click(screen.getByTestId('not-needed-confirm'));
    expect(await within(screen.getByTestId('not-needed')).findByTestId('problem')).toHaveTextContent(
      'Next step of case-closed',
    );
  });
});

describe('a dispute', () => {
  it('that was rejected shows why and what next, and goes to another person', async () => {
    holder.disputes = [
      {
        ...aDispute,
        state: 'REJECTED',
        decision: 'EVIDENCE_SHOWS_THE_HOLDER',
        explanation: { explanation: 'It shows that you took it.', nextStep: 'End it, or ask once more.' },
        appealUntil: '2099-12-08T10:00:00Z',
      },
    ];
    const { user } = await seeLines();
    expect(screen.getByTestId('my-dispute-decision')).toHaveTextContent('End it, or ask once more.');
    await user.click(screen.getByTestId('dispute-appeal'));
    await waitFor(() => expect(screen.getByTestId('my-dispute')).toHaveAttribute('data-state', 'APPEALED'));
  });

  it('can be taken back after one question', async () => {
    holder.disputes = [aDispute];
    const { user } = await seeLines();
    await user.click(screen.getByTestId('dispute-withdraw'));
    await user.click(screen.getByTestId('dispute-withdraw-confirm'));
    await waitFor(() => expect(screen.getByTestId('my-dispute')).toHaveAttribute('data-state', 'WITHDRAWN'));
  });
});

const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));

describe('the visit', () => {
  it('that nobody uses ends on the screen, too, and each use begins its time anew', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await seeLines();
    await minutes(14);
    expect(screen.getByTestId('my-line')).toBeInTheDocument();
    await act(() => new HolderApi('nsh_token').lines(new AbortController().signal));
    await minutes(14);
    expect(screen.getByTestId('my-line')).toBeInTheDocument();
    await minutes(1.1);
    expect(screen.getByTestId('my-lines-ended')).toBeInTheDocument();
    expect(screen.queryByTestId('my-line')).toBeNull();
    expect(sessionStorage).toHaveLength(0);
  });

  it('ends on the screen as soon as a machine that slept wakes up', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await seeLines();
    vi.setSystemTime(Date.now() + 16 * 60_000);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(screen.getByTestId('my-lines-ended')).toBeInTheDocument();
    expect(sessionStorage).toHaveLength(0);
  });

  it('lasts as long as the server said, by the server’s own clock', async () => {
    server.decide();
    server.once('POST /v1/me/sessions', () =>
      Response.json(
        { token: 'nsh_new', expiresAt: '2031-01-01T10:05:00Z', verifiedAt: '' },
        { status: 201, headers: { Date: 'Wed, 01 Jan 2031 10:00:00 GMT' } },
      ),
    );
    const { user } = visit('/apply/a1#tok', server);
    await user.click(await screen.findByTestId('see-my-lines'));
    await screen.findByTestId('my-line');
    expect(visitIdleMillis()).toBe(5 * 60_000);
    await user.click(screen.getByTestId('my-lines-leave'));
    await screen.findByTestId('my-lines-start');
    expect(visitIdleMillis()).toBe(15 * 60_000);
  });

  it('ends when it is left, and nothing stays in the tab', async () => {
    const { user } = await seeLines();
    await user.click(screen.getByTestId('my-lines-leave'));
    expect(await screen.findByTestId('my-lines-start')).toHaveTextContent('You have left');
    expect(server.calls('DELETE /v1/me/session')).toHaveLength(1);
    expect(sessionStorage).toHaveLength(0);
  });

  it('that ran out says so, and offers to come back', async () => {
    const { user } = await seeLines();
    server.once('POST /v1/me/lines/l1/ending', noSession);
    await user.click(screen.getByTestId('wish-notNeeded'));
    await user.click(screen.getByTestId('not-needed-confirm'));
    expect(await screen.findByTestId('my-lines-ended')).toBeInTheDocument();
    expect(screen.getByTestId('my-lines-verify')).toBeInTheDocument();
    expect(sessionStorage).toHaveLength(0);
  });

  it('that ran out is over for every part of the page', async () => {
    server.once('GET /v1/me/disclosures', noSession);
    holderToken.keep('nsh_old');
    visit('/my-lines', server);
    expect(await screen.findByTestId('my-lines-ended')).toBeInTheDocument();
    expect(sessionStorage).toHaveLength(0);
  });

  it('that ran out before the page was opened says so, too', async () => {
    server.once('GET /v1/me/lines', noSession);
    holderToken.keep('nsh_old');
    visit('/my-lines', server);
    expect(await screen.findByTestId('my-lines-ended')).toBeInTheDocument();
  });
});
