/** Checks a proof or an export of the audit log in this browser, without asking the server anything. */
import { alike, hex, unhex, type Bytes } from './bytes';
import { entry, hashOf } from './entry';
import { linesOf } from './lines';
import { checkpoint, isSigned, type Checkpoint, type VerifierKey } from './note';
import { beginsWith, GrowingTree, leaf, rootByInclusion } from './tree';

export type Damage = 'ALTERED' | 'OUT_OF_ORDER' | 'REMOVED' | 'REWRITTEN' | 'NOT_SIGNED' | 'NOT_PROVEN';

/** `seq`: the first entry that is damaged, or how many entries the checkpoint speaks of. */
export type Verdict =
  | { verdict: 'ENTRY'; seq: number; type: string; at: string; size: number }
  | { verdict: 'GROWN'; from: number; fromRoot: string; size: number }
  | { verdict: 'WHOLE'; size: number; checkpoints: number }
  | { verdict: 'BROKEN'; damage: Damage; seq: number }
  | { verdict: 'UNREADABLE'; line: number };

const proofFormat = 'namesake-audit-proof-1';
const exportFormat = 'namesake-audit-export-1';
const mostHashes = 128;
const mostCheckpoints = 10_000;

/** @param progress is told how much of the file is read, 0 to 1 */
export async function verify(
  file: Blob,
  keys: readonly VerifierKey[],
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  let number = 0;
  try {
    const lines = linesOf(file, progress, signal);
    const next = await lines.next();
    if (next.done === true) {
      return { verdict: 'UNREADABLE', line: 1 };
    }
    number = 1;
    const head = object(next.value);
    if (head['format'] === proofFormat) {
      return await verifyProof(head, keys);
    }
    if (head['format'] !== exportFormat) {
      return { verdict: 'UNREADABLE', line: 1 };
    }
    return await verifyExport(head, lines, keys, (line) => (number = line));
  } catch (thrown) {
    if (thrown instanceof RangeError || thrown instanceof SyntaxError || thrown instanceof TypeError) {
      return { verdict: 'UNREADABLE', line: number };
    }
    throw thrown;
  }
}

async function verifyProof(proof: Record<string, unknown>, keys: readonly VerifierKey[]): Promise<Verdict> {
  const note = checkpoint(text(proof['checkpoint']));
  const hashes = list(proof['proof']).map((one) => unhex(text(one)));
  if (hashes.length > mostHashes) {
    throw new RangeError('too many hashes');
  }
  const { size } = note;
  if (!(await isSigned(note, keys))) {
    return { verdict: 'BROKEN', damage: 'NOT_SIGNED', seq: size };
  }
  if (proof['kind'] === 'inclusion') {
    const proven = entry(proof['entry']);
    const content = await hashOf(proven);
    if (hex(content) !== proven.hash) {
      return { verdict: 'BROKEN', damage: 'ALTERED', seq: proven.seq };
    }
    const root = await rootByInclusion(await leaf(content), proven.seq - 1, size, hashes);
    return root !== null && alike(root, note.root)
      ? { verdict: 'ENTRY', seq: proven.seq, type: proven.type, at: proven.at, size }
      : { verdict: 'BROKEN', damage: 'NOT_PROVEN', seq: proven.seq };
  }
  const from = proof['from'];
  const fromRoot = text(proof['fromRoot']);
  if (proof['kind'] !== 'consistency' || typeof from !== 'number' || !Number.isSafeInteger(from)) {
    throw new RangeError('no proof');
  }
  return (await beginsWith(from, unhex(fromRoot), size, note.root, hashes))
    ? { verdict: 'GROWN', from, fromRoot, size }
    : { verdict: 'BROKEN', damage: 'NOT_PROVEN', seq: from };
}

async function verifyExport(
  head: Record<string, unknown>,
  lines: AsyncGenerator<string>,
  keys: readonly VerifierKey[],
  at: (line: number) => void,
): Promise<Verdict> {
  const count = head['checkpoints'];
  if (typeof count !== 'number' || count < 1 || count > mostCheckpoints) {
    throw new RangeError('no export');
  }
  const notes: Checkpoint[] = [];
  const tree = new GrowingTree();
  let previous = '0'.repeat(64);
  let line = 1;
  for await (const given of lines) {
    at(++line);
    if (notes.length < count) {
      const note = checkpoint(text(object(given)['checkpoint']));
      if (!(await isSigned(note, keys))) {
        return { verdict: 'BROKEN', damage: 'NOT_SIGNED', seq: note.size };
      }
      notes.push(note);
      continue;
    }
    const one = entry(object(given));
    if (one.seq !== tree.size + 1) {
      return { verdict: 'BROKEN', damage: 'OUT_OF_ORDER', seq: tree.size + 1 };
    }
    const content = await hashOf(one);
    if (one.previous !== previous || hex(content) !== one.hash) {
      return { verdict: 'BROKEN', damage: 'ALTERED', seq: one.seq };
    }
    await tree.add(content);
    previous = one.hash;
    const due = notes.filter(({ size }) => size === tree.size);
    if (due.length > 0 && !fits(await tree.root(), due)) {
      return { verdict: 'BROKEN', damage: 'REWRITTEN', seq: tree.size };
    }
  }
  const newest = Math.max(...notes.map(({ size }) => size));
  if (notes.length < count) {
    throw new RangeError('no export');
  }
  return tree.size === newest
    ? { verdict: 'WHOLE', size: tree.size, checkpoints: notes.length }
    : { verdict: 'BROKEN', damage: tree.size < newest ? 'REMOVED' : 'OUT_OF_ORDER', seq: tree.size + 1 };
}

const fits = (root: Bytes, notes: readonly Checkpoint[]) => notes.every((note) => alike(root, note.root));

function object(json: unknown): Record<string, unknown> {
  const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError('no object');
  }
  return value as Record<string, unknown>;
}

function text(value: unknown): string {
  if (typeof value !== 'string') {
    throw new RangeError('no text');
  }
  return value;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new RangeError('no list');
  }
  return value;
}
