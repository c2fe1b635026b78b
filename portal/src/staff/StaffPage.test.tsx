import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { StaffRole } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { aLine, noSession, staffServer } from '../testing/lines';
import { visit } from '../testing/pages';

const applicationId = '0198c0de-0000-7000-8000-000000000001';

async function signIn(server: FakeServer, roles: StaffRole[]) {
  staffServer(server, roles);
  const page = visit('/staff', server);
  await page.user.type(await screen.findByTestId('staff-token'), 'nst_token');
  await page.user.click(screen.getByTestId('staff-sign-in'));
  await screen.findByTestId('staff-self');
  return page;
}

describe('the staff desk', () => {
  it('says who is signed in, and forgets the token when signed out', async () => {
    const { user } = await signIn(new FakeServer(), ['AGENT']);
    expect(screen.getByTestId('staff-self')).toHaveTextContent('Li Na');
    expect(sessionStorage.getItem('namesake.staff-token')).toBe('nst_token');
    await user.click(screen.getByTestId('staff-sign-out'));
    expect(screen.getByTestId('staff-token')).toHaveValue('');
    expect(sessionStorage).toHaveLength(0);
  });

  it('says that a token is not accepted', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/staff/me', noSession);
    const { user } = visit('/staff', server);
    await user.type(await screen.findByTestId('staff-token'), 'nst_wrong');
    await user.click(screen.getByTestId('staff-sign-in'));
    await waitFor(() =>
      expect(screen.getByTestId('staff-token')).toHaveAccessibleDescription(/not accepted/),
    );
  });

  it('shows each role what it has to do', async () => {
    await signIn(new FakeServer(), ['AGENT', 'REVIEWER']);
    expect(screen.getByTestId('staff-tab-review')).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByTestId('staff-tab-disputes')).toBeInTheDocument();
    expect(screen.getByTestId('staff-tab-paper')).toBeInTheDocument();
  });

  it('lets a supervisor see the disputes, and look into none', async () => {
    const { user } = await signIn(new FakeServer(), ['SUPERVISOR']);
    await user.click(screen.getByTestId('staff-tab-disputes'));
    expect(await screen.findByTestId('dispute-row')).toBeInTheDocument();
    expect(screen.queryByTestId('dispute-look')).toBeNull();
  });
});

describe('a dispute', () => {
  it('is looked at with a reason, and decided after one question', async () => {
    const server = new FakeServer();
    const { user } = await signIn(server, ['REVIEWER']);
    await user.click(screen.getByTestId('staff-tab-disputes'));
    await user.click(await screen.findByTestId('dispute-look'));
    expect(server.calls('POST /v1/staff/disputes/d1/look')).toHaveLength(0);
    await user.click(screen.getByTestId('dispute-open-file'));
    expect(await screen.findByTestId('dispute-statement')).toHaveTextContent('My brother gave it to me.');
    expect(server.calls('POST /v1/staff/disputes/d1/look')[0]?.json).toEqual({ reason: 'DECIDE' });
    await user.click(screen.getByTestId('dispute-decide'));
    expect(screen.getByText('Please choose one.')).toBeInTheDocument();
    await user.click(screen.getByTestId('dispute-code-NO_EVIDENCE_OF_REGISTRATION'));
    await user.click(screen.getByTestId('dispute-decide'));
    await user.click(screen.getByTestId('dispute-decide-confirm'));
    await waitFor(() => expect(screen.getByTestId('dispute-row')).toHaveAttribute('data-state', 'UPHELD'));
    expect(screen.getByTestId('done')).toHaveFocus();
    expect(server.calls('POST /v1/staff/disputes/d1/decision')[0]?.json).toEqual({
      code: 'NO_EVIDENCE_OF_REGISTRATION',
    });
  });

  it('that the same person decided before goes to somebody else', async () => {
    const server = new FakeServer();
    const { user } = await signIn(server, ['REVIEWER']);
    await user.click(screen.getByTestId('staff-tab-disputes'));
    server.once('POST /v1/staff/disputes/d1/decision', () => problem(403, 'not-allowed'));
    await user.click(await screen.findByTestId('dispute-look'));
    await user.click(screen.getByTestId('dispute-open-file'));
    await user.click(await screen.findByTestId('dispute-code-HOLDER_STILL_USES_IT'));
    await user.click(screen.getByTestId('dispute-decide'));
    await user.click(screen.getByTestId('dispute-decide-confirm'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of not-allowed');
  });

  it('that is only prepared or checked is not decided', async () => {
    const { user } = await signIn(new FakeServer(), ['REVIEWER']);
    await user.click(screen.getByTestId('staff-tab-disputes'));
    await user.click(await screen.findByTestId('dispute-look'));
    await user.click(screen.getByTestId('look-reason-QUALITY_CHECK'));
    await user.click(screen.getByTestId('dispute-open-file'));
    await screen.findByTestId('dispute-statement');
    expect(screen.queryByTestId('dispute-decide')).toBeNull();
  });
});

describe('the list on paper', () => {
  it('is made for one application and printed', async () => {
    const server = new FakeServer();
    server.always.set(`POST /v1/staff/applications/${applicationId}/my-lines-on-paper`, () =>
      Response.json({ verifiedAt: '2026-11-23T10:00:00Z', lines: [aLine], ended: [] }),
    );
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const { user } = await signIn(server, ['AGENT']);
    await user.click(screen.getByTestId('staff-tab-paper'));
    await user.type(screen.getByTestId('paper-application'), 'nothing');
    await user.click(screen.getByTestId('paper-make'));
    expect(screen.getByTestId('paper-application')).toHaveAccessibleDescription(/not the number/);
    await user.clear(screen.getByTestId('paper-application'));
    await user.type(screen.getByTestId('paper-application'), applicationId);
    await user.click(screen.getByTestId('paper-make'));
    expect(await screen.findByTestId('paper-line')).toHaveTextContent('Example Telecom');
    await user.click(screen.getByTestId('paper-print'));
    expect(print).toHaveBeenCalledOnce();
    await user.click(screen.getByTestId('paper-another'));
    expect(screen.queryByTestId('paper-sheet')).toBeNull();
    expect(screen.getByTestId('paper-application')).toHaveValue('');
  });

  it('for a verification too long ago shows the next step', async () => {
    const server = new FakeServer();
    server.always.set(`POST /v1/staff/applications/${applicationId}/my-lines-on-paper`, () =>
      problem(403, 'verification-too-old'),
    );
    const { user } = await signIn(server, ['AGENT']);
    await user.click(screen.getByTestId('staff-tab-paper'));
    await user.type(screen.getByTestId('paper-application'), applicationId);
    await user.click(screen.getByTestId('paper-make'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of verification-too-old');
  });
});
