import i18next from 'i18next';
import { en } from './en';

/**
 * Our own words for a code of the server, in the language of this page; the server's words when the code is newer than
 * this page.
 */
export function known(
  group: 'hint' | 'advice' | 'reason' | 'attempt' | 'check' | 'doubt',
  code: string,
  otherwise: string,
): string {
  return Object.hasOwn(en[group], code) ? i18next.t(`${group}.${code}` as 'hint.come-closer') : otherwise;
}
