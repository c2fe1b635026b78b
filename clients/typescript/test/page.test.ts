import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { answer, namesake, Problem, programToken, type Namesake } from '@namesake/client';
import { serve } from './server.js';

async function started(server: string, clientId: string, secret: string) {
  const client = namesake({
    baseUrl: server,
    credential: programToken({ baseUrl: server, clientId, secret }),
  });
  const application = await answer(
    client.POST('/v1/applications', {
      body: { service: 'MOBILE', line: '+8613800138000', locale: 'en', purpose: 'NEW_LINE' },
      headers: { 'Idempotency-Key': 'order-4711' },
    }),
  );
  return application.captureLink.url;
}

async function found(client: Namesake, line: string) {
  try {
    return await answer(client.GET('/v1/lines/{line}', { params: { path: { line } } }));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'line-unknown') {
      return null;
    }
    throw thrown;
  }
}

it('the examples of docs/clients.md are those of this file', () => {
  const flat = (text: string) => text.replaceAll(/\s+/g, '');
  const here = flat(readFileSync('test/page.test.ts', 'utf8'));
  const page = readFileSync('../../docs/clients.md', 'utf8');
  const examples = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => flat(code ?? ''));
  assert.equal(examples.length, 2);
  for (const example of examples) {
    assert.ok(here.includes(example), example);
  }
});

it('a program starts an application', async () => {
  await using server = await serve(({ url }) =>
    url === '/oauth2/token'
      ? { body: { access_token: 'good', expires_in: 600 } }
      : { status: 201, body: { captureLink: { url: 'https://namesake.example/apply/1#t' } } },
  );
  assert.equal(await started(server.url, 'c1', 'ncs_1'), 'https://namesake.example/apply/1#t');
  assert.equal(server.asked[1]?.headers['idempotency-key'], 'order-4711');
  assert.equal(server.asked[1]?.headers.authorization, 'Bearer good');
});

it('a line that nobody knows is none', async () => {
  await using server = await serve(() => ({ status: 404, body: { code: 'line-unknown', status: 404 } }));
  assert.equal(await found(namesake({ baseUrl: server.url }), '+861'), null);
});
