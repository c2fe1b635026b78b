import type { MyDisclosure } from '../api/types';
import type { Texts } from '../i18n/en';

type ScopeName = keyof Texts['disclosures']['scope'];

/** The words for what may be asked. A colon has a meaning of its own in the names of texts. */
export function scopeText(scope: MyDisclosure['scope']) {
  return `disclosures.scope.${scope.replaceAll(':', '/') as ScopeName}` as const;
}
