/** The typed fields of a document: what can be said about them before the server sees them. */
import type { DocumentFields } from '../api/types';

export type FieldName = keyof DocumentFields;

/** In the order in which they are asked. */
export const fieldNames: readonly FieldName[] = [
  'familyName',
  'givenNames',
  'documentNumber',
  'birthDate',
  'expiryDate',
];

export const noFields: DocumentFields = {
  familyName: '',
  givenNames: '',
  documentNumber: '',
  birthDate: '',
  expiryDate: '',
};

export const longestName = 100;
export const shortestNumber = 4;
export const longestNumber = 40;

export type FieldProblem = 'required' | 'tooLong' | 'number' | 'date' | 'future' | 'tooEarly' | 'beforeBirth';

/** As they are sent: without stray spaces, full-width letters and digits of a Chinese keyboard made plain. */
export function tidy(fields: DocumentFields): DocumentFields {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return {
    familyName: plain(fields.familyName),
    givenNames: plain(fields.givenNames),
    documentNumber: plain(fields.documentNumber).toUpperCase(),
    birthDate: fields.birthDate.trim(),
    expiryDate: fields.expiryDate.trim(),
  };
}

/**
 * What is wrong with tidy fields; empty when nothing is. Whether the document is good enough is the server's decision,
 * so an expired one passes here.
 *
 * @param today `yyyy-mm-dd` where the person is
 */
export function problemsOf(fields: DocumentFields, today: string): Partial<Record<FieldName, FieldProblem>> {
  const found: Partial<Record<FieldName, FieldProblem>> = {};
  for (const name of ['familyName', 'givenNames'] as const) {
    if (fields[name].length > longestName) {
      found[name] = 'tooLong';
    }
  }
  if (fields.documentNumber.length > longestNumber) {
    found.documentNumber = 'tooLong';
  } else if (
    !/^[\p{L}\p{N} /.-]+$/u.test(fields.documentNumber) ||
    fields.documentNumber.length < shortestNumber
  ) {
    found.documentNumber = 'number';
  }
  if (!isDate(fields.birthDate)) {
    found.birthDate = 'date';
  } else if (fields.birthDate > today) {
    found.birthDate = 'future';
  } else if (fields.birthDate < '1900-01-01') {
    found.birthDate = 'tooEarly';
  }
  if (!isDate(fields.expiryDate)) {
    found.expiryDate = 'date';
  } else if (found.birthDate === undefined && fields.expiryDate <= fields.birthDate) {
    found.expiryDate = 'beforeBirth';
  }
  for (const name of fieldNames) {
    if (fields[name] === '') {
      found[name] = 'required';
    }
  }
  return found;
}

/** The date where this browser is, `yyyy-mm-dd`. */
export function today(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A real day of the calendar: 2026-02-30 is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
