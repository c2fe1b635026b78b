/** What is kept and for how long, one's own data, and the numbers that an operator publishes. */
import { currentLanguage } from '../i18n/language';
import { answer, api, patient } from './client';
import type { PersonalErasure, RetentionRule, TransparencyMonth } from './types';

export async function retentionRules(signal: AbortSignal): Promise<RetentionRule[]> {
  const params = { query: { locale: currentLanguage() } };
  const list = await answer(api(null).GET('/v1/retention', { params, signal: patient(signal) }));
  return list.rules;
}

/** @param from the first month, as `2026-11`; `to` is the last */
export async function transparency(
  token: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<TransparencyMonth[]> {
  const params = { query: { from, to } };
  const report = await answer(api(token).GET('/v1/transparency', { params, signal: patient(signal) }));
  return report.months;
}

/** The same as a table of comma-separated values. */
export async function transparencyTable(
  token: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Blob> {
  const params = { query: { from, to } };
  const given = { params, parseAs: 'blob', signal: patient(signal) } as const;
  return await answer(api(token).GET('/v1/transparency.csv', given));
}

export type ExportForm = 'pdf' | 'json';

/** Everything that is kept about the person whose session this is, as a file. */
export async function exportOf(token: string, form: ExportForm, signal: AbortSignal): Promise<Blob> {
  const params = { query: { locale: currentLanguage() } };
  const given = { params, parseAs: 'blob', signal: patient(signal) } as const;
  const file = await (form === 'pdf'
    ? answer(api(token).GET('/v1/me/export.pdf', given))
    : answer(api(token).GET('/v1/me/export', given)));
  return file;
}

/** Erases what the law lets go. @returns what is gone, and what has to stay */
export function eraseOf(token: string, signal: AbortSignal): Promise<PersonalErasure> {
  const params = { query: { locale: currentLanguage() } };
  return answer(api(token).POST('/v1/me/erasure', { params, signal: patient(signal) }));
}
