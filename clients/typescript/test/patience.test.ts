import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Problem, withPatience } from '@namesake/client';

const busy = (seconds: string) =>
  Problem.of(new Response(null, { status: 503, headers: { 'Retry-After': seconds } }), { code: 'busy' });

/** Lets what waits for promises alone happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function letPass(millis: number) {
  await settle();
  mock.timers.tick(millis);
  await settle();
}

describe('a busy server', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('is asked again after the time that it named', async () => {
    const told: (number | null)[] = [];
    let asked = 0;
    const action = () => (asked++ === 0 ? Promise.reject(busy('7')) : Promise.resolve('done'));
    const result = withPatience(action, new AbortController().signal, (seconds) => told.push(seconds));
    await letPass(6900);
    assert.equal(asked, 1);
    assert.deepEqual(told, [7]);
    await letPass(200);
    assert.equal(await result, 'done');
    assert.deepEqual(told, [7, null]);
  });

  it('that stays busy is told to the person in the end', async () => {
    let asked = 0;
    const action = () => {
      asked++;
      return Promise.reject(busy('1'));
    };
    const result = assert.rejects(
      withPatience(action, new AbortController().signal, () => undefined),
      { code: 'busy' },
    );
    for (let tries = 0; tries < 9; tries++) {
      await letPass(1000);
    }
    await result;
    assert.equal(asked, 9);
  });

  it('is not asked again once the page is left', async () => {
    let asked = 0;
    const action = () => {
      asked++;
      return Promise.reject(busy('5'));
    };
    const controller = new AbortController();
    const result = assert.rejects(
      withPatience(action, controller.signal, () => undefined),
      { name: 'AbortError' },
    );
    await letPass(100);
    controller.abort();
    await result;
    await letPass(60_000);
    assert.equal(asked, 1);
  });

  it('is the only reason to ask again unasked', async () => {
    let asked = 0;
    const action = () => {
      asked++;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    await assert.rejects(
      withPatience(action, new AbortController().signal, () => undefined),
      { message: 'Failed to fetch' },
    );
    assert.equal(asked, 1);
  });
});
