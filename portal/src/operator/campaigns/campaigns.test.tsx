import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../api/types';
import { aCampaign } from '../../testing/cases';
import { FakeServer, problem } from '../../testing/fakeServer';
import { visit } from '../../testing/pages';
import { operatorKey } from '../key';
import { wholeNumber } from './wholeNumber';

let server: FakeServer;
let campaigns: Campaign[];

beforeEach(() => {
  server = new FakeServer();
  campaigns = [aCampaign];
  const becomes = (state: Campaign['state']) => () => {
    campaigns = [{ ...aCampaign, state }];
    return Response.json(campaigns[0]);
  };
  server.always.set('GET /v1/remediation-campaigns', () => Response.json({ campaigns }));
  server.always.set('POST /v1/remediation-campaigns', () => Response.json(aCampaign, { status: 201 }));
  server.always.set('POST /v1/remediation-campaigns/k1/pause', becomes('PAUSED'));
  server.always.set('POST /v1/remediation-campaigns/k1/resume', becomes('RUNNING'));
  server.always.set('POST /v1/remediation-campaigns/k1/stop', becomes('STOPPED'));
  server.always.set('POST /v1/remediation-campaigns/k1/contacts', becomes('RUNNING'));
  operatorKey.keep('nsk_operator');
});

describe('a campaign', () => {
  it('shows how far it is, where its cases stand and what the contact centre has to expect', async () => {
    visit('/operator?part=campaigns', server);
    const bar = await screen.findByRole('progressbar', { name: 'Lines asked so far' });
    expect(bar).toHaveAttribute('aria-valuenow', '250');
    expect(bar).toHaveAttribute('aria-valuetext', '250 of 1,000');
    expect(screen.getByTestId('campaign-phases')).toHaveTextContent('Time to verify200Settled50');
    expect(screen.getByTestId('campaign-phases')).not.toHaveTextContent('Ended for good');
    expect(screen.getByTestId('campaign-forecast')).toHaveTextContent('At 51 lines a day it would fit');
    expect(screen.getByRole('img', { name: /About 30 calls a day/ })).toBeInTheDocument();
  });

  it('is paused at once, goes on, and is stopped after one question', async () => {
    const { user } = visit('/operator?part=campaigns', server);
    await user.click(await screen.findByTestId('campaign-pause'));
    await user.click(await screen.findByTestId('campaign-resume'));
    await screen.findByTestId('campaign-pause');
    await user.click(screen.getByTestId('campaign-stop'));
    expect(server.calls('POST /v1/remediation-campaigns/k1/stop')).toHaveLength(0);
    await user.click(screen.getByTestId('campaign-stop-confirm'));
    await waitFor(() => expect(screen.getByTestId('campaign')).toHaveAttribute('data-state', 'STOPPED'));
    expect(screen.queryByTestId('campaign-pause')).toBeNull();
  });

  it('is made for a slice of the base, at a pace', async () => {
    const { user } = visit('/operator?part=campaigns', server);
    await user.click(await screen.findByTestId('campaign-add'));
    await user.click(screen.getByTestId('campaign-submit'));
    expect(screen.getByTestId('campaign-name')).toHaveAccessibleDescription(/Please give a name/);
    await user.type(screen.getByTestId('campaign-name'), 'Never verified');
    await user.selectOptions(screen.getByTestId('campaign-service'), 'MOBILE');
    await user.clear(screen.getByTestId('campaign-pace'));
    await user.click(screen.getByTestId('campaign-submit'));
    expect(server.calls('POST /v1/remediation-campaigns')).toHaveLength(0);
    await user.type(screen.getByTestId('campaign-pace'), '1,500');
    await user.click(screen.getByTestId('campaign-submit'));
    expect(await screen.findByTestId('done')).toHaveTextContent('“Never verified” runs now.');
    expect(server.calls('POST /v1/remediation-campaigns')[0]?.json).toEqual({
      name: 'Never verified',
      pacePerDay: 1500,
      contactCapacityPerDay: 20,
      service: 'MOBILE',
      status: 'UNVERIFIED',
    });
  });

  it('that the server refuses says what to do, and what was typed stays', async () => {
    server.once('POST /v1/remediation-campaigns', () => problem(400, 'request-invalid'));
    const { user } = visit('/operator?part=campaigns', server);
    await user.click(await screen.findByTestId('campaign-add'));
    await user.type(screen.getByTestId('campaign-name'), 'Once more');
    await user.click(screen.getByTestId('campaign-submit'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of request-invalid');
    expect(screen.getByTestId('campaign-name')).toHaveValue('Once more');
  });

  it('learns from the calls that were counted', async () => {
    const { user } = visit('/operator?part=campaigns', server);
    await user.click(await screen.findByTestId('contacts-open'));
    await user.type(screen.getByTestId('contacts-count'), '12');
    await user.click(screen.getByTestId('contacts-submit'));
    await screen.findByTestId('done');
    expect(server.calls('POST /v1/remediation-campaigns/k1/contacts')[0]?.json).toEqual({ contacts: 12 });
  });
});

it.each([
  ['12', 12],
  ['1,500', 1500],
  ['1 500', 1500],
  ['0', null],
  ['1.5', null],
  ['-3', null],
  ['', null],
  ['99999999999999', null],
])('%j is the whole number %j', (text, number) => {
  expect(wholeNumber(text, 1, 1_000_000)).toBe(number);
});
