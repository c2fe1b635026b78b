import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentText } from '../../api/applicant';
import type { ConsentText } from '../../api/types';
import { closest, type Language } from '../../i18n/language';
import { PersonIcon, ScanIcon } from '../../ui/icons';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { useAction } from '../../ui/useAction';
import { SimWarning } from '../SimWarning';
import { useRoad, useRoadAction } from '../RoadContext';

/** The server's text in the reader's language, and two ways of equal weight. Nothing is chosen beforehand. */
export function ConsentStep() {
  const { t, i18n } = useTranslation();
  const language = closest(i18n.language);
  const { api, application, arrived, intercept } = useRoad();
  const [text, setText] = useState<ConsentText | null>(null);
  const [outdated, setOutdated] = useState(false);

  const fetching = useAction(async (signal, language: Language) =>
    setText(await consentText(language, signal)),
  );
  const { run } = fetching;
  useEffect(() => {
    void run(language);
  }, [run, language]);

  const accept = useAction(
    async (signal, read: ConsentText) => arrived(await api.giveConsent(read, signal)),
    (problem) => {
      if (problem.code === 'consent-text-outdated') {
        setOutdated(true);
        void run(language);
        return true;
      }
      return intercept(problem);
    },
  );
  const attend = useRoadAction((signal) => api.askForAttendedCheck(signal));

  if (text === null) {
    return (
      <section>
        {fetching.problem === null && <Spinner>{t('consent.loading')}</Spinner>}
        <ActionNotice action={fetching} />
      </section>
    );
  }
  const running = accept.running || attend.running;
  return (
    <section data-testid="consent">
      <PageTitle name={text.title}>{text.title}</PageTitle>
      <SimWarning application={application} />
      {outdated && (
        <p className="notice" role="status">
          {t('consent.outdated')}
        </p>
      )}
      <div className="prose" lang={text.locale}>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {text.purposes.length > 0 && (
          <>
            <h2>{t('consent.purposes')}</h2>
            <ul>
              {text.purposes.map((purpose) => (
                <li key={purpose}>{purpose}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <h2>{t('consent.choose')}</h2>
      <div className="ways">
        <div className="way">
          <ScanIcon />
          <h3>{t('consent.face.title')}</h3>
          <p>{t('consent.face.text')}</p>
          <button
            type="button"
            className="button button-way"
            disabled={running}
            onClick={() => void accept.run(text)}
            data-testid="consent-accept"
          >
            {t('consent.face.accept')}
          </button>
        </div>
        <div className="way">
          <PersonIcon />
          <h3>{t('consent.person.title')}</h3>
          <p lang={text.locale}>{text.alternative}</p>
          <button
            type="button"
            className="button button-way"
            disabled={running}
            onClick={() => void attend.run()}
            data-testid="attended-check"
          >
            {t('consent.person.accept')}
          </button>
        </div>
      </div>
      <ActionNotice action={accept} />
      <ActionNotice action={attend} />
      <p className="quiet">{t('consent.version', { version: text.version })}</p>
    </section>
  );
}
