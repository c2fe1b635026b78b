import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consentText } from '../../api/applicant';
import type { ConsentText } from '../../api/types';
import { closest } from '../../i18n/language';
import { PersonIcon, ScanIcon } from '../../ui/icons';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { useAction } from '../../ui/useAction';
import { useFetched } from '../../ui/useFetched';
import { SimWarning } from '../SimWarning';
import { useRoad, useRoadAction } from '../RoadContext';

/** The server's text in the reader's language, and two ways of equal weight. Nothing is chosen beforehand. */
export function ConsentStep() {
  const { t, i18n } = useTranslation();
  const language = closest(i18n.language);
  const { api, application, arrived, intercept } = useRoad();
  const [outdated, setOutdated] = useState(false);
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => ({ language, text: await consentText(language, signal) }),
      [language],
    ),
  );

  const accept = useAction(
    async (signal, read: ConsentText) => arrived(await api.giveConsent(read, signal)),
    (problem) => {
      if (problem.code === 'consent-text-outdated') {
        setOutdated(true);
        refresh();
        return true;
      }
      return intercept(problem);
    },
  );
  const attend = useRoadAction((signal) => api.askForAttendedCheck(signal));

  // The text in the language before stays to be looked at until the other one is there, but nobody agrees to it.
  const otherLanguage = value?.language !== language;
  const fetching =
    problem !== null ? (
      <ProblemNotice problem={problem} retry={refresh} />
    ) : (
      otherLanguage && <Spinner>{t('consent.loading')}</Spinner>
    );
  if (value === null) {
    return <section>{fetching}</section>;
  }
  const { text } = value;
  const running = accept.running || attend.running;
  return (
    <section data-testid="consent">
      <PageTitle name={text.title}>{text.title}</PageTitle>
      {fetching}
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
            disabled={running || otherLanguage}
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
