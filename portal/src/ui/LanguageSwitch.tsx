import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../i18n/language';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';

const names = { en: en.languageName, 'zh-CN': zh.languageName };

/** Each language is named in itself, so that whoever cannot read the page still finds the way. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div className="languages" role="group" aria-label={t('chooseLanguage')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => chooseLanguage(language)}
          data-testid={`language-${language}`}
        >
          {names[language]}
        </button>
      ))}
    </div>
  );
}
