import { beforeAll, describe, expect, it } from 'vitest';
import { hex, joined, sha256, unhex, utf8, type Bytes } from './bytes';
import { hashOf, type Entry } from './entry';
import { verifierKeys, type VerifierKey } from './note';
import { GrowingTree, leaf } from './tree';
import { verify, type Verdict } from './verify';

const origin = 'lines.example.com/audit';
const count = 7;

let pair: CryptoKeyPair;
let vkey: string;
let keys: VerifierKey[];
let entries: Entry[];

const base64 = (bytes: Bytes) => btoa(String.fromCharCode(...bytes));

beforeAll(async () => {
  pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const key = joined(
    new Uint8Array([1]),
    new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
  );
  const hint = (await sha256(utf8(`${origin}\n`), key)).slice(0, 4);
  vkey = `${origin}+${hex(hint)}+${base64(key)}`;
  keys = await verifierKeys(vkey);
  entries = [];
  let previous = '0'.repeat(64);
  for (let seq = 1; seq <= count; seq++) {
    const one: Entry = {
      seq,
      at: '2026-11-23T17:40:00.000000Z',
      operator: '',
      type: 'application.verified',
      subject: `s${seq}`,
      details: '{"reason":"née"}',
      previous,
      hash: '',
    };
    previous = hex(await hashOf(one));
    entries.push({ ...one, hash: previous });
  }
});

async function rootOf(some: readonly Entry[]): Promise<Bytes> {
  const tree = new GrowingTree();
  for (const one of some) {
    await tree.add(unhex(one.hash));
  }
  return tree.root();
}

async function signed(some: readonly Entry[]): Promise<string> {
  const text = `${origin}\n${some.length}\n${base64(await rootOf(some))}\n`;
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(text)));
  return `${text}\n\u2014 ${origin} ${base64(joined(keys[0]?.hint ?? new Uint8Array(), signature))}\n`;
}

/** RFC 9162, section 2.1.3.1, as it is written there. */
async function path(index: number, some: readonly Entry[]): Promise<Bytes[]> {
  if (some.length <= 1) {
    return [];
  }
  const half = split(some.length);
  return index < half
    ? [...(await path(index, some.slice(0, half))), await rootOf(some.slice(half))]
    : [...(await path(index - half, some.slice(half))), await rootOf(some.slice(0, half))];
}

/** Section 2.1.4.1. */
async function subproof(from: number, some: readonly Entry[], whole: boolean): Promise<Bytes[]> {
  if (from === some.length) {
    return whole ? [] : [await rootOf(some)];
  }
  const half = split(some.length);
  return from <= half
    ? [...(await subproof(from, some.slice(0, half), whole)), await rootOf(some.slice(half))]
    : [...(await subproof(from - half, some.slice(half), false)), await rootOf(some.slice(0, half))];
}

function split(size: number): number {
  let half = 1;
  while (half * 2 < size) {
    half *= 2;
  }
  return half;
}

const check = (content: string): Promise<Verdict> =>
  verify(new Blob([content]), keys, () => undefined, new AbortController().signal);

async function inclusion(seq: number, size: number, change: Partial<Entry> = {}): Promise<string> {
  const some = entries.slice(0, size);
  return JSON.stringify({
    format: 'namesake-audit-proof-1',
    kind: 'inclusion',
    entry: { ...entries[seq - 1], ...change },
    proof: (await path(seq - 1, some)).map(hex),
    checkpoint: await signed(some),
  });
}

async function consistency(from: number, size: number, fromRoot?: string): Promise<string> {
  const some = entries.slice(0, size);
  return JSON.stringify({
    format: 'namesake-audit-proof-1',
    kind: 'consistency',
    from,
    fromRoot: fromRoot ?? hex(await rootOf(entries.slice(0, from))),
    proof: (await subproof(from, some, true)).map(hex),
    checkpoint: await signed(some),
  });
}

function exported(some: readonly Entry[], checkpoints: readonly string[]): string {
  const head = { format: 'namesake-audit-export-1', keys: [vkey], checkpoints: checkpoints.length };
  return [head, ...checkpoints.map((one) => ({ checkpoint: one })), ...some]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

describe('a proof', () => {
  it('of any entry in a log of any size holds', async () => {
    for (let size = 1; size <= count; size++) {
      for (let seq = 1; seq <= size; seq++) {
        expect(await check(await inclusion(seq, size))).toMatchObject({ verdict: 'ENTRY', seq, size });
      }
    }
  });

  it('that any log begins with any shorter one holds', async () => {
    for (let size = 1; size <= count; size++) {
      for (let from = 1; from <= size; from++) {
        expect(await check(await consistency(from, size))).toMatchObject({ verdict: 'GROWN', from, size });
      }
    }
  });

  it('of an entry that was changed does not hold', async () => {
    const broken = { verdict: 'BROKEN', seq: 3 };
    expect(await check(await inclusion(3, 7, { subject: 'other' }))).toEqual({
      ...broken,
      damage: 'ALTERED',
    });
    const forged = { ...(entries[2] as Entry), subject: 'other' };
    const hash = hex(await hashOf(forged));
    expect(await check(await inclusion(3, 7, { ...forged, hash }))).toEqual({
      ...broken,
      damage: 'NOT_PROVEN',
    });
  });

  it('about another beginning does not hold', async () => {
    const other = hex(await rootOf(entries.slice(1, 4)));
    expect(await check(await consistency(3, 7, other))).toEqual({
      verdict: 'BROKEN',
      damage: 'NOT_PROVEN',
      seq: 3,
    });
  });

  it('under a checkpoint that somebody else signed does not hold', async () => {
    const proof = (await inclusion(3, 7)).replace('\\n7\\n', '\\n8\\n');
    expect(await check(proof)).toEqual({ verdict: 'BROKEN', damage: 'NOT_SIGNED', seq: 8 });
  });
});

describe('an export', () => {
  it('that is whole holds, at every checkpoint', async () => {
    const notes = [await signed(entries.slice(0, 4)), await signed(entries)];
    const shares: number[] = [];
    const verdict = await verify(
      new Blob([exported(entries, notes)]),
      keys,
      (share) => shares.push(share),
      new AbortController().signal,
    );
    expect(verdict).toEqual({ verdict: 'WHOLE', size: 7, checkpoints: 2 });
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    ['an entry less at its end', (all: Entry[]) => all.slice(0, 6), 'REMOVED', 7],
    ['an entry less inside', (all: Entry[]) => all.filter(({ seq }) => seq !== 3), 'OUT_OF_ORDER', 3],
    ['an entry more', (all: Entry[]) => [...all, { ...(all[6] as Entry), seq: 8 }], 'ALTERED', 8],
    [
      'a changed entry',
      (all: Entry[]) => all.map((one) => (one.seq === 5 ? { ...one, details: '{}' } : one)),
      'ALTERED',
      5,
    ],
  ] as const)('with %s does not hold', async (_, change, damage, seq) => {
    const given = exported(change([...entries]), [await signed(entries)]);
    expect(await check(given)).toEqual({ verdict: 'BROKEN', damage, seq });
  });

  it('whose hashes were all made anew does not fit the checkpoint', async () => {
    const first = { ...(entries[0] as Entry), subject: 'forged' };
    const forged = { ...first, hash: hex(await hashOf(first)) };
    expect(await check(exported([forged], [await signed(entries.slice(0, 1))]))).toEqual({
      verdict: 'BROKEN',
      damage: 'REWRITTEN',
      seq: 1,
    });
  });
});

it.each([
  ['', 1],
  ['no json', 1],
  ['[]', 1],
  ['{"format":"something-else"}', 1],
  ['{"format":"namesake-audit-export-1","checkpoints":0}', 1],
  ['{"format":"namesake-audit-export-1","checkpoints":1}\n{"checkpoint":"x"}', 2],
])('%j is no proof and no export', async (content, line) => {
  expect(await check(content)).toEqual({ verdict: 'UNREADABLE', line });
});

it('a key that is cut off or does not fit its own hash is no key', async () => {
  await expect(verifierKeys(vkey.slice(0, -8))).rejects.toThrow(RangeError);
  await expect(verifierKeys(vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))).rejects.toThrow(RangeError);
  await expect(verifierKeys(' ')).rejects.toThrow(RangeError);
});

it('a leaf is no node: its content is marked', async () => {
  expect(hex(await leaf(new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});
