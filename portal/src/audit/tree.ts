/** The Merkle tree of RFC 9162, section 2.1. */
import { alike, sha256, type Bytes } from './bytes';

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);

export const leaf = (content: Bytes): Promise<Bytes> => sha256(leafMark, content);
const node = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(nodeMark, left, right);

/** The root that a proof of inclusion leads to, section 2.1.3.2; null where the proof is too long or too short. */
export async function rootByInclusion(
  hash: Bytes,
  index: number,
  size: number,
  proof: readonly Bytes[],
): Promise<Bytes | null> {
  if (index >= size) {
    return null;
  }
  let at = index;
  let last = size - 1;
  let root = hash;
  for (const other of proof) {
    if (last === 0) {
      return null;
    }
    if (at % 2 === 1 || at === last) {
      root = await node(other, root);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      root = await node(root, other);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : null;
}

/** Whether a log of `from` entries with one root is the beginning of a log of `to` entries with another, section 2.1.4.2. */
export async function beginsWith(
  from: number,
  fromRoot: Bytes,
  to: number,
  toRoot: Bytes,
  proof: readonly Bytes[],
): Promise<boolean> {
  if (from === to) {
    return proof.length === 0 && alike(fromRoot, toRoot);
  }
  if (from < 1 || from > to || proof.length === 0) {
    return false;
  }
  const whole = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = whole;
  if (first === undefined) {
    return false;
  }
  let at = from - 1;
  let last = to - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  let older = first;
  let newer = first;
  for (const other of rest) {
    if (last === 0) {
      return false;
    }
    if (at % 2 === 1 || at === last) {
      older = await node(other, older);
      newer = await node(other, newer);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newer = await node(newer, other);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && alike(older, fromRoot) && alike(newer, toRoot);
}

/** A tree that grows leaf by leaf and remembers only the roots of its complete parts. */
export class GrowingTree {
  #size = 0;
  /** The biggest part first. */
  readonly #peaks: Bytes[] = [];

  get size(): number {
    return this.#size;
  }

  async add(content: Bytes): Promise<void> {
    let grown = await leaf(content);
    for (let size = this.#size; size % 2 === 1; size = Math.floor(size / 2)) {
      const left = this.#peaks.pop();
      if (left === undefined) {
        throw new Error('a part of the tree is missing');
      }
      grown = await node(left, grown);
    }
    this.#peaks.push(grown);
    this.#size++;
  }

  async root(): Promise<Bytes> {
    let root: Bytes | null = null;
    for (const peak of [...this.#peaks].reverse()) {
      root = root === null ? peak : await node(peak, root);
    }
    return root ?? (await sha256());
  }
}
