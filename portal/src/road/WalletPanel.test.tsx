import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeServer, standing } from '../testing/fakeServer';
import { visit } from '../testing/pages';

function arrive(server: FakeServer) {
  sessionStorage.setItem('namesake.session.a1', 'nsc_session');
  server.application = { ...server.application, state: 'CONSENTED' };
  return visit('/apply/a1', server);
}

describe('a digital wallet', () => {
  it('is not mentioned where the server asks none', async () => {
    const server = new FakeServer();
    arrive(server);
    await screen.findByTestId('document');
    await waitFor(() => expect(server.calls('GET /v1/applications/a1/wallet-request')).toHaveLength(1));
    expect(screen.queryByTestId('wallet')).toBeNull();
  });

  it('is asked by link and code, and what it shows is to be confirmed', async () => {
    const server = new FakeServer();
    server.wallet = standing('NONE');
    server.reading = { ...server.reading, source: 'WALLET' };
    const { user } = arrive(server);
    await user.click(await screen.findByTestId('wallet-ask'));
    expect(await screen.findByTestId('wallet-link')).toHaveAttribute(
      'href',
      'openid4vp://?client_id=c&request_uri=r',
    );
    expect(screen.getByRole('img', { name: /QR code/ })).toBeInTheDocument();
    server.walletAnswers();
    expect(await screen.findByTestId('reading', undefined, { timeout: 5_000 })).toHaveTextContent(
      'Shown by your wallet',
    );
  }, 10_000);

  it('that gives nothing is said with what to do, and can be asked again', async () => {
    const server = new FakeServer();
    server.wallet = standing('NONE');
    const { user } = arrive(server);
    await user.click(await screen.findByTestId('wallet-ask'));
    await screen.findByTestId('wallet-waiting');
    server.wallet = standing('FAILED', 'Agree in the wallet.');
    expect(await screen.findByTestId('wallet-ended', undefined, { timeout: 5_000 })).toHaveTextContent(
      'Agree in the wallet.',
    );
    await user.click(screen.getByTestId('wallet-ask'));
    expect(await screen.findByTestId('wallet-waiting')).toBeInTheDocument();
  }, 10_000);

  it('of a made-up applicant answers in a demo', async () => {
    const server = new FakeServer();
    server.isDemo = true;
    server.wallet = standing('NONE');
    const { user } = arrive(server);
    await user.click(await screen.findByTestId('wallet-ask'));
    await user.click(await screen.findByTestId('wallet-sample-s1'));
    expect(await screen.findByTestId('reading', undefined, { timeout: 5_000 })).toBeInTheDocument();
    expect(server.calls('POST /v1/demo/wallets/s1')[0]?.json).toEqual({
      link: 'openid4vp://?client_id=c&request_uri=r',
    });
  }, 10_000);

  it('can be put aside for another way', async () => {
    const server = new FakeServer();
    server.wallet = standing('NONE');
    const { user } = arrive(server);
    await user.click(await screen.findByTestId('wallet-ask'));
    await user.click(await screen.findByTestId('wallet-cancel'));
    expect(await screen.findByTestId('wallet-ask')).toBeEnabled();
  });
});
