import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MyConsent } from '../api/types';
import { FakeServer } from '../testing/fakeServer';
import { HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';
import { holderToken } from './holderToken';

const wish: MyConsent = {
  id: 'c1',
  client: 'Sample Bank',
  line: '+8613800138000',
  scopes: ['kyc-match:match', 'sim-swap:check'],
  purpose: 'FRAUD_PREVENTION',
  state: 'WAITING',
  requestedAt: '2026-11-23T10:00:00Z',
  decidedAt: null,
  endsAt: '2099-12-08T10:00:00Z',
};

let server: FakeServer;
let holder: HolderServer;

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
  const becomes = (call: string, state: MyConsent['state']) =>
    server.always.set(call, () => {
      holder.disclosures = { ...holder.disclosures, consents: [{ ...wish, state }] };
      return Response.json(holder.disclosures);
    });
  becomes('POST /v1/me/consents/c1/grant', 'GRANTED');
  becomes('POST /v1/me/consents/c1/refusal', 'REFUSED');
  becomes('DELETE /v1/me/consents/c1', 'WITHDRAWN');
});

async function seeLines() {
  holderToken.keep('nsh_token');
  const page = visit('/my-lines', server);
  await screen.findByTestId('my-lines');
  return page;
}

describe('who may ask about a line', () => {
  it('is not shown to whom nobody ever asked about', async () => {
    await seeLines();
    expect(screen.queryByTestId('disclosures')).toBeNull();
  });

  it('is told in plain words, agreed to, and ended', async () => {
    holder.disclosures = { consents: [wish], disclosures: [] };
    const { user } = await seeLines();
    const row = await screen.findByTestId('consent');
    expect(row).toHaveTextContent('Sample Bank');
    expect(row).toHaveTextContent('to prevent fraud');
    expect(row).toHaveTextContent('Whether your SIM was changed lately');
    await user.click(screen.getByTestId('consent-grant'));
    expect(await screen.findByText('Agreed')).toBeInTheDocument();
    await user.click(screen.getByTestId('consent-withdraw'));
    expect(await screen.findByText('Ended')).toBeInTheDocument();
    expect(screen.queryByTestId('consent-grant')).toBeNull();
  });

  it('can be refused as easily', async () => {
    holder.disclosures = { consents: [wish], disclosures: [] };
    const { user } = await seeLines();
    const [refuse, grant] = within(await screen.findByTestId('consent')).getAllByRole('button');
    expect(refuse?.className).toBe(grant?.className);
    await user.click(screen.getByTestId('consent-refuse'));
    expect(await screen.findByText('Refused')).toBeInTheDocument();
  });

  it('shows what was answered', async () => {
    const told = {
      client: 'Sample Bank',
      line: '+8613800138000',
      scope: 'kyc-match:match' as const,
      attributes: ['nameMatch'],
      askedWith: 'PERSON' as const,
      at: '2026-11-24T10:00:00Z',
    };
    holder.disclosures = { consents: [{ ...wish, state: 'GRANTED' }], disclosures: [told] };
    await seeLines();
    expect(await screen.findByTestId('disclosure')).toHaveTextContent('nameMatch');
    expect(screen.getByTestId('disclosure-asked-with')).toHaveTextContent('in your browser');
  });
});
