import assert from 'node:assert/strict';
import { it } from 'node:test';
import { answer, done, form, namesake, Problem, problemIn, programToken } from '@namesake/client';
import { serve } from './server.js';

const en = { params: { query: { locale: 'en' } } } as const;
const line = { line: '+8613800138000', status: 'ACTIVE' };

it('a key goes into the header of a bearer, and the language beside it', async () => {
  await using server = await serve(() => ({ body: line }));
  const client = namesake({ baseUrl: server.url, credential: 'nsk_key', language: () => 'zh-CN' });
  const given = await answer(
    client.GET('/v1/lines/{line}', { params: { path: { line: '+8613800138000' } } }),
  );
  assert.equal(given.status, 'ACTIVE');
  const [asked] = server.asked;
  assert.equal(asked?.url, '/v1/lines/%2B8613800138000');
  assert.equal(asked?.headers.authorization, 'Bearer nsk_key');
  assert.equal(asked?.headers['accept-language'], 'zh-CN');
});

it('what goes beside a cookie is no bearer', async () => {
  await using server = await serve(() => ({ status: 204 }));
  const client = namesake({ baseUrl: server.url, credential: 'nsx_beside' });
  await done(client.DELETE('/v1/staff/session'));
  assert.equal(server.asked[0]?.headers.authorization, undefined);
  assert.equal(server.asked[0]?.headers['x-csrf-token'], 'nsx_beside');
});

it('a refusal is a problem with its code, its next step and when to come back', async () => {
  const problem = {
    type: '/problems/busy',
    code: 'busy',
    status: 503,
    title: 'Busy',
    nextStep: 'Wait a moment',
  };
  const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '3' };
  await using server = await serve(() => ({ status: 503, headers, body: problem }));
  const client = namesake({ baseUrl: server.url });
  await assert.rejects(answer(client.GET('/v1/retention', en)), (thrown) => {
    assert.ok(thrown instanceof Problem);
    assert.equal(thrown.code, 'busy');
    assert.equal(thrown.nextStep, 'Wait a moment');
    assert.equal(thrown.retryAfterSeconds, 3);
    assert.ok(thrown.passing);
    return true;
  });
});

it('an answer in the form of CAMARA is a problem, too', async () => {
  const body = { status: 403, code: 'PERMISSION_DENIED', message: 'The holder has not agreed to this use.' };
  await using server = await serve(() => ({ status: 403, body }));
  const client = namesake({ baseUrl: server.url, credential: 'token' });
  const asked = client.POST('/camara/kyc-match/v0.4/match', { body: { phoneNumber: '+8613800138000' } });
  await assert.rejects(answer(asked), {
    code: 'PERMISSION_DENIED',
    detail: 'The holder has not agreed to this use.',
  });
});

it('a page of a proxy in between is unreadable', async () => {
  await using server = await serve(() => ({
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    body: '<html>',
  }));
  await assert.rejects(answer(namesake({ baseUrl: server.url }).GET('/v1/retention', en)), {
    code: 'unreadable',
    status: 502,
  });
});

it('a server that says nothing is given up on', async () => {
  await using server = await serve(() => null);
  const client = namesake({ baseUrl: server.url, deadlineMillis: 50 });
  const thrown = await answer(client.GET('/v1/retention', en)).catch((error: unknown) => error);
  assert.equal(problemIn(thrown)?.code, 'network');
});

it('files are called after their part, and all else in a form is JSON', async () => {
  await using server = await serve(() => ({ body: {} }));
  const picture = new File(['jpeg'], 'my-own-name.jpg', { type: 'image/jpeg' });
  const body = form({ image: picture, page: [picture, picture], fields: { familyName: 'Muster' } });
  const params = { path: { id: 'a1' } };
  await answer(namesake({ baseUrl: server.url }).POST('/v1/applications/{id}/document', { params, body }));
  const sent = server.asked[0]?.body ?? '';
  assert.match(sent, /name="image"; filename="image"/);
  assert.equal(sent.match(/name="page"; filename="page"/g)?.length, 2);
  assert.match(sent, /Content-Type: application\/json\r\n\r\n\{"familyName":"Muster"\}/);
  assert.doesNotMatch(sent, /my-own-name/);
});

it('a program asks for a token once, and again shortly before it ends', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 0 });
  let tokens = 0;
  await using server = await serve(() => ({ body: { access_token: `token-${++tokens}`, expires_in: 600 } }));
  const token = programToken({
    baseUrl: server.url,
    clientId: 'c1',
    secret: 'a&b',
    scopes: ['orders:write'],
  });
  assert.deepEqual(await Promise.all([token(), token()]), ['token-1', 'token-1']);
  assert.equal(
    server.asked[0]?.body,
    'grant_type=client_credentials&client_id=c1&client_secret=a%26b&scope=orders%3Awrite',
  );
  t.mock.timers.setTime(569_000);
  assert.equal(await token(), 'token-1');
  t.mock.timers.setTime(571_000);
  assert.equal(await token(), 'token-2');
});

it('a program whose secret is wrong gets a problem, and may try again', async () => {
  let right = false;
  await using server = await serve(() =>
    right
      ? { body: { access_token: 'good', expires_in: 600 } }
      : { status: 401, body: { error: 'invalid_client' } },
  );
  const token = programToken({ baseUrl: server.url, clientId: 'c1', secret: 'wrong' });
  await assert.rejects(token(), { code: 'invalid_client', status: 401 });
  right = true;
  assert.equal(await token(), 'good');
});
