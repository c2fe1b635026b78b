import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MyAuthorization } from '../api/types';
import { holderToken } from '../mylines/holderToken';
import { FakeServer } from '../testing/fakeServer';
import { HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';
import * as request from './request';

const asked: MyAuthorization = {
  client: 'Sample Bank',
  operator: 'Example Telecom',
  scopes: ['kyc-match:match', 'number-verification:device-phone-number:read'],
  purpose: 'FRAUD_PREVENTION',
};

let server: FakeServer;
let holder: HolderServer;
let went: string[];

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
  went = [];
  vi.spyOn(request, 'goTo').mockImplementation((address) => void went.push(address));
  const on = (call: string, body: unknown, status = 200) =>
    server.always.set(call, () => Response.json(body, { status }));
  on('GET /v1/me/authorizations/h1', asked);
  on('POST /v1/me/authorizations/h1/grant', { location: 'https://bank.test/?code=c' });
  on('POST /v1/me/authorizations/h1/refusal', { location: 'https://bank.test/?error=access_denied' });
  holder.mine = {
    ...holder.mine,
    lines: holder.mine.lines.map((line) => ({ ...line, operator: asked.operator })),
  };
});

describe('a request that a program sent the browser with', () => {
  it('waits out of the address bar while its person signs in', async () => {
    visit('/agree?state=h1&client_id=x', server);
    expect(await screen.findByTestId('agree-sign-in')).toHaveTextContent('Only you can let it');
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/agree$/);
    expect(request.waitingRequest.read()).toBe('h1');
  });

  it('says who asks what and what for, and goes back with the answer', async () => {
    holderToken.keep('nsh_token');
    const { user } = visit('/agree?state=h1', server);
    const page = await screen.findByTestId('agree');
    expect(page).toHaveTextContent('Sample Bank wants to ask, to prevent fraud.');
    expect(page).toHaveTextContent('The number of the phone that you are using');
    expect(screen.getByTestId('agree-grant').className).toBe(screen.getByTestId('agree-refuse').className);
    await user.click(screen.getByTestId('agree-grant'));
    expect(went).toEqual(['https://bank.test/?code=c']);
    expect(request.waitingRequest.read()).toBeNull();
  });

  it('is refused as easily', async () => {
    holderToken.keep('nsh_token');
    const { user } = visit('/agree?state=h1', server);
    await user.click(await screen.findByTestId('agree-refuse'));
    expect(went).toEqual(['https://bank.test/?error=access_denied']);
  });

  it('cannot be agreed to without a line of that provider', async () => {
    holder.mine = { ...holder.mine, lines: [] };
    holderToken.keep('nsh_token');
    visit('/agree?state=h1', server);
    expect(await screen.findByTestId('agree-no-line')).toHaveTextContent('Example Telecom');
    expect(screen.getByTestId('agree-grant')).toBeDisabled();
  });

  it('that is not in order sends nobody anywhere', async () => {
    visit('/agree?error=invalid_request', server);
    expect(await screen.findByTestId('agree-failed')).toHaveTextContent('Nothing was told');
    expect(went).toEqual([]);
  });
});
