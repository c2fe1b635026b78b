import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Delivery, WebhookEndpoint } from '../api/types';
import { FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';
import { operatorKey } from './key';

const at = '2026-11-23T10:00:00Z';
const path = '/v1/webhook-endpoints/e1';
const verified: WebhookEndpoint = {
  id: 'e1',
  url: 'https://switch.example.net/namesake',
  description: null,
  form: 'CLOUDEVENTS',
  eventTypes: ['line.activated'],
  createdAt: at,
  verifiedAt: at,
  disabledAt: null,
  previousSecretUntil: null,
};

function deskOf(server: FakeServer, endpoint: WebhookEndpoint) {
  const now = { endpoint };
  server.always.set('GET /v1/webhook-endpoints', () => Response.json({ endpoints: [now.endpoint] }));
  operatorKey.keep('nsk_operator');
  return { now, ...visit('/operator?part=webhooks', server) };
}

describe('an endpoint that has not proved that it wants to be told', () => {
  it('is said to be told nothing, and is asked again', async () => {
    const server = new FakeServer();
    const { now, user } = deskOf(server, { ...verified, verifiedAt: null });
    server.always.set(`POST ${path}/verification`, () => problem(409, 'webhook-endpoint-not-verified'));
    expect(await screen.findByTestId('webhook-unverified')).toBeInTheDocument();
    await user.click(screen.getByTestId('webhook-verify'));
    expect(await screen.findByText('Title of webhook-endpoint-not-verified')).toBeInTheDocument();

    server.always.set(`POST ${path}/verification`, () => {
      now.endpoint = verified;
      return Response.json(verified);
    });
    await user.click(screen.getByTestId('webhook-verify'));
    expect(await screen.findByTestId('webhook-verified')).toBeInTheDocument();
    expect(screen.queryByTestId('webhook-unverified')).toBeNull();
  });

  it('is switched on again by an answer where it had said that it is gone', async () => {
    const server = new FakeServer();
    deskOf(server, { ...verified, disabledAt: at });
    expect(await screen.findByTestId('webhook-verify')).toBeInTheDocument();
    expect(screen.queryByTestId('webhook-unverified')).toBeNull();
  });
});

describe('the secret of an endpoint', () => {
  it('is changed with a day of both, and the new one is shown once', async () => {
    const server = new FakeServer();
    const { now, user } = deskOf(server, verified);
    server.always.set(`POST ${path}/secret`, () => {
      now.endpoint = { ...verified, previousSecretUntil: at };
      return Response.json({ secret: 'whsec_new', previousSecretUntil: at });
    });
    await user.click(await screen.findByTestId('webhook-rotate'));
    await user.click(screen.getByTestId('webhook-rotate-confirm'));
    expect(await screen.findByTestId('webhook-new-secret')).toHaveTextContent('whsec_new');
    expect(server.calls(`POST ${path}/secret`)[0]?.json).toEqual({ overlapHours: 24 });
    expect(await screen.findByTestId('webhook-overlap')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByTestId('webhook-new-secret')).toBeNull();
  });

  it('ends at once where somebody else has it', async () => {
    const server = new FakeServer();
    const { user } = deskOf(server, verified);
    server.always.set(`POST ${path}/secret`, () =>
      Response.json({ secret: 'whsec_new', previousSecretUntil: null }),
    );
    await user.click(await screen.findByTestId('webhook-rotate'));
    await user.click(screen.getByTestId('webhook-leaked'));
    await user.click(screen.getByTestId('webhook-rotate-confirm'));
    await screen.findByTestId('webhook-new-secret');
    expect(server.calls(`POST ${path}/secret`)[0]?.json).toEqual({ overlapHours: 0 });
  });
});

describe('what could not be delivered', () => {
  const given: Delivery = {
    eventId: 'evt_1',
    type: 'line.activated',
    status: 'GIVEN_UP',
    nextAttemptAt: null,
    attempts: [],
  };

  it('is delivered again in one go', async () => {
    const server = new FakeServer();
    const { user } = deskOf(server, verified);
    let deliveries = [given, { ...given, eventId: 'evt_2' }];
    server.always.set(`GET ${path}/deliveries`, () => Response.json({ deliveries }));
    server.always.set(`POST ${path}/dead-letters/redelivery`, () => {
      deliveries = deliveries.map((delivery) => ({ ...delivery, status: 'PENDING' }));
      return Response.json({ deliveries: 2 }, { status: 202 });
    });
    await user.click(await screen.findByTestId('webhook-deliveries'));
    await user.click(await screen.findByTestId('delivery-all-again'));
    expect(await screen.findByText('2 on their way again.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByTestId('delivery-all-again')).toBeNull());
  });

  it('has no such button where nothing was given up', async () => {
    const server = new FakeServer();
    const { user } = deskOf(server, verified);
    server.always.set(`GET ${path}/deliveries`, () =>
      Response.json({ deliveries: [{ ...given, status: 'DELIVERED' }] }),
    );
    await user.click(await screen.findByTestId('webhook-deliveries'));
    await screen.findByTestId('delivery-row');
    expect(screen.queryByTestId('delivery-all-again')).toBeNull();
  });
});

it('the page says all this in Chinese, too', async () => {
  const server = new FakeServer();
  const { user } = deskOf(server, { ...verified, verifiedAt: null });
  await screen.findByTestId('webhook-verify');
  await user.click(screen.getByTestId('language-zh-CN'));
  expect(screen.getByTestId('webhook-verify')).toHaveTextContent('验证接收端');
  expect(screen.getByTestId('webhook-rotate')).toHaveTextContent('更换签名密钥');
});
