import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorApi } from '../api/operator';
import { services, type CreatedApplication, type Service } from '../api/types';
import { currentLanguage, languages, type Language } from '../i18n/language';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { LinkToGive } from './LinkToGive';

const names = { en: en.languageName, 'zh-CN': zh.languageName };

/** Asks for a line on somebody's behalf, and shows the link to give to them. */
export function NewApplication({ api, onMade }: { api: OperatorApi; onMade: () => void }) {
  const { t } = useTranslation();
  const [service, setService] = useState<Service>('MOBILE');
  const [line, setLine] = useState('');
  const [locale, setLocale] = useState<Language>(currentLanguage);
  const [missing, setMissing] = useState(false);
  const [made, setMade] = useState<CreatedApplication | null>(null);
  const tried = useRef({ form: '', key: '' });

  const create = useAction(async (signal) => {
    // The same form keeps its key until it succeeds, so that a lost answer makes no second application.
    const form = JSON.stringify([service, line.trim(), locale]);
    if (tried.current.form !== form) {
      tried.current = { form, key: randomKey() };
    }
    setMade(await api.createApplication({ service, line: line.trim(), locale }, tried.current.key, signal));
    tried.current = { form: '', key: '' };
    setLine('');
    onMade();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(line.trim() === '');
    if (line.trim() !== '') {
      void create.run();
    }
  };

  return (
    <section className="panel" aria-labelledby="new-title">
      <h2 id="new-title">{t('operator.new.title')}</h2>
      {made !== null ? (
        <LinkToGive link={made.captureLink} onDone={() => setMade(null)} />
      ) : (
        <form onSubmit={submit} noValidate>
          <fieldset className="segments">
            <legend>{t('operator.new.service')}</legend>
            {services.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="service"
                  value={one}
                  checked={service === one}
                  onChange={() => setService(one)}
                  data-testid={`new-service-${one}`}
                />
                {t(`service.${one}`)}
              </label>
            ))}
          </fieldset>
          <Field
            label={t('operator.new.line')}
            hint={t(`operator.new.lineHint.${service === 'INTERNET' ? 'account' : 'number'}`)}
            error={missing ? t('operator.new.lineRequired') : undefined}
            value={line}
            onValue={setLine}
            inputMode={service === 'INTERNET' ? 'email' : 'tel'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            data-testid="new-line"
          />
          <fieldset className="segments">
            <legend>{t('operator.new.locale')}</legend>
            {languages.map((one) => (
              <label key={one} lang={one}>
                <input type="radio" name="locale" checked={locale === one} onChange={() => setLocale(one)} />
                {names[one]}
              </label>
            ))}
          </fieldset>
          <ActionNotice action={create} />
          <div className="buttons">
            <button
              type="submit"
              className="button button-main"
              disabled={create.running}
              data-testid="new-submit"
            >
              {t('operator.new.submit')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** 128 random bits. `crypto.randomUUID` would need a secure connection, and a test machine in a network has none. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
