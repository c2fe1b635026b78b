/**
 * Which language the pages speak. Whoever chooses one in the header has the last word; before that, the language which
 * the operator noted for the applicant; before that, the browser's.
 */
import i18next from 'i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const chosenKey = 'namesake.language';

/** The language of ours that a BCP 47 tag comes closest to: any Chinese is Chinese, everything else is English. */
export function closest(tag: string | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return closest(i18next.language);
}

export function firstLanguage(): Language {
  return chosenLanguage() ?? fromBrowser(navigator.languages);
}

/** The first of the browser's languages that we have. */
export function fromBrowser(tags: readonly string[]): Language {
  return closest(tags.find((tag) => /^(zh|en)\b/i.test(tag)));
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(chosenKey, language);
  } catch {
    // Storage can be forbidden; then the choice lasts until the page is left.
  }
  void i18next.changeLanguage(language);
}

/** Follows the language the application was made in, unless the person has chosen one. */
export function adoptLanguage(locale: string): void {
  if (chosenLanguage() === null && closest(locale) !== currentLanguage()) {
    void i18next.changeLanguage(closest(locale));
  }
}

function chosenLanguage(): Language | null {
  try {
    return languages.find((language) => language === localStorage.getItem(chosenKey)) ?? null;
  } catch {
    return null;
  }
}
