import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sending } from './sending';

/** As any origin may ask, since the page of a test has one of its own. */
const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization, content-type',
  'Access-Control-Expose-Headers': 'retry-after',
};

const type = 'multipart/form-data; boundary=MixedCase';
const body = 'frame'.repeat(100_000);

describe('a watched upload', () => {
  let server: Server;
  let asked: { headers: IncomingMessage['headers']; body: string } | null;
  let answer: (response: ServerResponse) => unknown;
  const shares: number[] = [];

  beforeEach(async () => {
    asked = null;
    shares.length = 0;
    answer = (response) => response.writeHead(200, open).end('{"verdict":"PASSED"}');
    server = createServer((request, response) => {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, open).end();
        return;
      }
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked = { headers: request.headers, body: Buffer.concat(chunks).toString('latin1') };
        answer(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function send(signal?: AbortSignal) {
    const { port } = server.address() as AddressInfo;
    const request = new Request(`http://127.0.0.1:${port}/frames`, {
      method: 'POST',
      headers: { Authorization: 'Bearer nsc_session', 'Content-Type': type },
      body,
      signal: signal ?? null,
    });
    return sending((share) => shares.push(share))(request);
  }

  it('brings what fetch would bring, and says how far it is', async () => {
    const response = await send();
    expect(await response.json()).toEqual({ verdict: 'PASSED' });
    expect(asked?.headers.authorization).toBe('Bearer nsc_session');
    expect(asked?.headers['content-type']).toBe(type);
    expect(asked?.body === body).toBe(true);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });

  it('gives an answer that is no success with its status and headers', async () => {
    answer = (response) => response.writeHead(503, { ...open, 'Retry-After': '3' }).end('{"code":"busy"}');
    const response = await send();
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('3');
    expect(await response.json()).toEqual({ code: 'busy' });
  });

  it('that does not come through fails as fetch does', async () => {
    answer = (response) => response.destroy();
    await expect(send()).rejects.toThrow(TypeError);
  });

  it('ends with its signal, for the reason of the signal', async () => {
    const controller = new AbortController();
    answer = () => controller.abort(new DOMException('too long', 'TimeoutError'));
    await expect(send(controller.signal)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
