/** Signed checkpoints and the keys that sign them: C2SP's signed-note and tlog-checkpoint. */
import { alike, sha256, unbase64, utf8, type Bytes } from './bytes';

const longest = 16_384;
const mark = '\u2014 ';
const ed25519 = 1;

export interface Checkpoint {
  origin: string;
  size: number;
  root: Bytes;
  /** What is signed. */
  text: string;
  signatures: { name: string; hint: Bytes; signature: Bytes }[];
}

export interface VerifierKey {
  name: string;
  hint: Bytes;
  key: CryptoKey;
}

/** @throws RangeError for what is no checkpoint */
export function checkpoint(note: string): Checkpoint {
  const split = note.indexOf('\n\n');
  if (note.length > longest || split < 0 || !note.endsWith('\n')) {
    throw new RangeError('no signed note');
  }
  const text = note.slice(0, split + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size)) {
    throw new RangeError('no checkpoint');
  }
  const signatures = note
    .slice(split + 2)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name, signed] = line.startsWith(mark) ? line.slice(mark.length).split(' ') : [];
      if (name === undefined || signed === undefined) {
        throw new RangeError('no signature');
      }
      const bytes = unbase64(signed);
      return { name, hint: bytes.slice(0, 4), signature: bytes.slice(4) };
    });
  return { origin, size: Number(size), root: unbase64(root), text, signatures };
}

/** Keys, one a line, each `name+hash+base64`. @throws RangeError for anything else; NotSupportedError from old browsers */
export async function verifierKeys(text: string): Promise<VerifierKey[]> {
  const lines = text.split(/\s+/).filter((line) => line !== '');
  if (lines.length === 0 || lines.length > 100) {
    throw new RangeError('no keys');
  }
  return Promise.all(lines.map(verifierKey));
}

async function verifierKey(line: string): Promise<VerifierKey> {
  const [, name, hint, base64] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,100})$/.exec(line) ?? [];
  if (name === undefined || hint === undefined || base64 === undefined) {
    throw new RangeError('no key');
  }
  const bytes = unbase64(base64);
  const known = (await sha256(utf8(`${name}\n`), bytes)).slice(0, 4);
  const hinted = Uint8Array.from(hint.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (bytes[0] !== ed25519 || bytes.length !== 33 || !alike(known, hinted)) {
    throw new RangeError('no key');
  }
  const key = await crypto.subtle.importKey('raw', bytes.slice(1), 'Ed25519', false, ['verify']);
  return { name, hint: known, key };
}

/** Whether one of the keys, which must bear the log's name, has signed this. */
export async function isSigned(note: Checkpoint, keys: readonly VerifierKey[]): Promise<boolean> {
  for (const { name, hint, key } of keys) {
    for (const one of note.signatures) {
      if (
        name === note.origin &&
        one.name === name &&
        alike(one.hint, hint) &&
        (await crypto.subtle.verify('Ed25519', key, one.signature, utf8(note.text)))
      ) {
        return true;
      }
    }
  }
  return false;
}
