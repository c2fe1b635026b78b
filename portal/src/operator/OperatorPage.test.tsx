import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

async function signIn(server: FakeServer) {
  const page = visit('/operator', server);
  await page.user.type(await screen.findByTestId('operator-key'), 'nsk_operator');
  await page.user.click(screen.getByTestId('operator-sign-in'));
  await screen.findByTestId('line-row');
  return page;
}

describe('the operator page', () => {
  it('shows applications and lines as they change', async () => {
    const server = new FakeServer();
    await signIn(server);
    expect(screen.getByTestId('line-row')).toHaveAttribute('data-status', 'PENDING');
    server.decide();
    await waitFor(() => expect(screen.getByTestId('line-row')).toHaveAttribute('data-status', 'ACTIVE'));
    expect(screen.getByTestId('application-row')).toHaveAttribute('data-state', 'VERIFIED');
  });

  it('keeps the key in this tab only, and forgets it when signed out', async () => {
    const { user } = await signIn(new FakeServer());
    expect(sessionStorage.getItem('namesake.operator-key')).toBe('nsk_operator');
    expect(localStorage).toHaveLength(0);
    await user.click(screen.getByTestId('operator-sign-out'));
    expect(screen.getByTestId('operator-key')).toHaveValue('');
    expect(sessionStorage).toHaveLength(0);
  });

  it('says that a key is not accepted', async () => {
    const { user } = visit('/operator', new FakeServer());
    await user.type(await screen.findByTestId('operator-key'), 'nsk_wrong');
    await user.click(screen.getByTestId('operator-sign-in'));
    await waitFor(() =>
      expect(screen.getByTestId('operator-key')).toHaveAccessibleDescription(/not accepted/),
    );
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks for a key again in whichever part the server does not know it any more', async () => {
    const server = new FakeServer();
    const { user } = await signIn(server);
    await user.click(screen.getByTestId('operator-tab-webhooks'));
    await screen.findByText('No endpoints yet.');
    server.operatorKey = 'nsk_another';
    await user.click(screen.getByTestId('operator-tab-people'));
    expect(await screen.findByTestId('operator-key')).toHaveAccessibleDescription(/not any more/);
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks for nothing while nobody looks, and at once when somebody does', async () => {
    const server = new FakeServer();
    await signIn(server);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    const before = server.calls('GET /v1/lines').length;
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(server.calls('GET /v1/lines')).toHaveLength(before);
    hidden.mockReturnValue(false);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(() => expect(server.calls('GET /v1/lines').length).toBeGreaterThan(before));
  });

  it('keeps what it has when the connection is lost, and says so', async () => {
    const server = new FakeServer();
    await signIn(server);
    server.once('GET /v1/lines', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await screen.findByText(/No connection; what you see is from/)).toBeVisible();
    expect(screen.getByTestId('line-row')).toBeInTheDocument();
  });

  it('shows only the state that is asked for', async () => {
    const server = new FakeServer();
    server.others = [{ ...server.application, id: 'a9', line: 'mei@isp.example', state: 'EXPIRED' }];
    const { user } = await signIn(server);
    expect(screen.getAllByTestId('application-row')).toHaveLength(2);
    await user.click(screen.getByTestId('filter-EXPIRED'));
    expect(screen.getAllByTestId('application-row')).toHaveLength(1);
    expect(screen.getByTestId('application-row')).toHaveTextContent('mei@isp.example');
  });

  it('makes a link for an applicant; a repeated try after a lost answer is the same application', async () => {
    const server = new FakeServer();
    const { user } = await signIn(server);
    server.once('POST /v1/applications', () => Promise.reject(new TypeError('Failed to fetch')));
    await user.type(screen.getByTestId('new-line'), '+86 138 0013 8000');
    await user.click(screen.getByTestId('new-submit'));
    await user.click(within(await screen.findByTestId('problem')).getByTestId('retry'));
    expect(await screen.findByTestId('capture-link')).toHaveTextContent('http://localhost/apply/a2#tok');
    expect(screen.getByRole('img', { name: 'The capture link as a QR code' })).toBeInTheDocument();
    const [first, second] = server.calls('POST /v1/applications');
    expect(first?.json).toEqual({
      purpose: 'NEW_LINE',
      service: 'MOBILE',
      line: '+86 138 0013 8000',
      locale: 'en',
    });
    expect(first?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
  });
});
