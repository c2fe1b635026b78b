/** The typed fields of a document: what can be said about them before the server sees them. */
import type { DocumentFields } from '../api/types';

/** As they stand in the form. */
export interface TypedFields {
  familyName: string;
  givenNames: string;
  documentNumber: string;
  /** `yyyy-mm-dd`, or empty. */
  birthDate: string;
  /** `yyyy-mm-dd`, or empty; without a meaning when the document does not expire. */
  expiryDate: string;
  expires: boolean;
}

export type FieldName = Exclude<keyof TypedFields, 'expires'>;

/** In the order in which they are asked. */
export const fieldNames: readonly FieldName[] = [
  'familyName',
  'givenNames',
  'documentNumber',
  'birthDate',
  'expiryDate',
];

export const noFields: TypedFields = {
  familyName: '',
  givenNames: '',
  documentNumber: '',
  birthDate: '',
  expiryDate: '',
  expires: true,
};

export const longestName = 100;
export const shortestNumber = 4;
export const longestNumber = 40;

export type FieldProblem =
  'required' | 'name' | 'tooLong' | 'number' | 'date' | 'future' | 'tooEarly' | 'beforeBirth';

/** As they are sent: without stray spaces, full-width letters and digits of a Chinese keyboard made plain. */
export function tidy(fields: TypedFields): TypedFields {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return {
    familyName: plain(fields.familyName),
    givenNames: plain(fields.givenNames),
    documentNumber: plain(fields.documentNumber).toUpperCase(),
    birthDate: fields.birthDate.trim(),
    expiryDate: fields.expires ? fields.expiryDate.trim() : '',
    expires: fields.expires,
  };
}

/** The body for the server, from tidy fields. */
export function toSend({ expires, ...fields }: TypedFields): DocumentFields {
  return { ...fields, expiryDate: expires ? fields.expiryDate : null };
}

/** The form as if the given fields had been typed. */
export function typed(fields: DocumentFields): TypedFields {
  const expiryDate = fields.expiryDate ?? '';
  return { ...fields, expiryDate, expires: expiryDate !== '' };
}

/**
 * What is wrong with tidy fields; empty when nothing is. Whether the document is good enough is the server's decision,
 * so an expired one passes here.
 *
 * @param today `yyyy-mm-dd` where the person is
 */
export function problemsOf(fields: TypedFields, today: string): Partial<Record<FieldName, FieldProblem>> {
  const found: Partial<Record<FieldName, FieldProblem>> = {};
  const note = (name: FieldName, problem: FieldProblem | null) => {
    if (problem !== null) {
      found[name] = problem;
    }
  };
  // Some people have one name only, and a document puts it in either place.
  note(
    'familyName',
    fields.familyName === '' && fields.givenNames === '' ? 'name' : nameProblem(fields.familyName),
  );
  note('givenNames', nameProblem(fields.givenNames));
  note('documentNumber', numberProblem(fields.documentNumber));
  note('birthDate', birthProblem(fields.birthDate, today));
  if (fields.expires) {
    note(
      'expiryDate',
      expiryProblem(fields.expiryDate, found.birthDate === undefined ? fields.birthDate : null),
    );
  }
  return found;
}

function nameProblem(name: string): FieldProblem | null {
  return name.length > longestName ? 'tooLong' : null;
}

function numberProblem(number: string): FieldProblem | null {
  if (number === '') {
    return 'required';
  }
  if (number.length > longestNumber) {
    return 'tooLong';
  }
  return number.length >= shortestNumber && /^[\p{L}\p{N} /.-]+$/u.test(number) ? null : 'number';
}

function birthProblem(date: string, today: string): FieldProblem | null {
  if (!isDate(date)) {
    return date === '' ? 'required' : 'date';
  }
  if (date > today) {
    return 'future';
  }
  return date < '1900-01-01' ? 'tooEarly' : null;
}

function expiryProblem(date: string, birthDate: string | null): FieldProblem | null {
  if (!isDate(date)) {
    return date === '' ? 'required' : 'date';
  }
  return birthDate !== null && date <= birthDate ? 'beforeBirth' : null;
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
