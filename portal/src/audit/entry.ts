/** One entry of the audit log, and the hash that chains it: docs/audit-log.md. */
import { joined, sha256, unhex, utf8, type Bytes } from './bytes';

export interface Entry {
  seq: number;
  at: string;
  operator: string;
  type: string;
  subject: string;
  details: string;
  previous: string;
  hash: string;
}

const texts = ['at', 'operator', 'type', 'subject', 'details', 'previous', 'hash'] as const;

/** @throws RangeError for what is no entry */
export function entry(given: unknown): Entry {
  const members = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const { seq } = members;
  if (
    Object.keys(members).length !== texts.length + 1 ||
    typeof seq !== 'number' ||
    !Number.isSafeInteger(seq) ||
    seq < 1 ||
    texts.some((name) => typeof members[name] !== 'string')
  ) {
    throw new RangeError('no entry');
  }
  return given as Entry;
}

/** What the entry's hash must be, by its content. */
export function hashOf(one: Entry): Promise<Bytes> {
  const fields = [
    utf8('namesake-audit-1'),
    unhex(one.previous),
    utf8(String(one.seq)),
    utf8(one.at),
    utf8(one.operator),
    utf8(one.type),
    utf8(one.subject),
    utf8(one.details),
  ];
  return sha256(joined(...fields.flatMap((field) => [length(field), field])));
}

function length(field: Bytes): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, field.length);
  return bytes;
}
