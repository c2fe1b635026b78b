import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useFetched } from '../ui/useFetched';
import { NewOrganisation } from './NewOrganisation';
import { useVisit } from './VisitContext';

/** The organisations that the person acts for, how far each is confirmed, and a way to add one. */
export function Organisations() {
  const { t, i18n } = useTranslation();
  const { api } = useVisit();
  const { language } = i18n;
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => ({ language, list: await api.organisations(signal) }),
      // A refusal comes in the language of the page.
      [api, language],
    ),
  );
  return (
    <section className="panel" data-testid="organisations">
      <h2>{t('organisations.title')}</h2>
      <p>{t('organisations.text')}</p>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && value.list.length > 0 && (
        <ul className="rows">
          {value.list.map((one) => (
            <li key={one.id} className="row" data-testid="organisation-row" data-state={one.state}>
              <span className="row-name">
                <span>
                  <strong>{one.name}</strong>
                  <small>
                    {one.registrationNumber} · {one.country}
                  </small>
                </span>
              </span>
              <span className="chip" data-state={one.state}>
                {t(`organisations.state.${one.state}`)}
              </span>
              <span className="row-more">
                <span>{one.refusal ?? t(`organisations.next.${one.state}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <NewOrganisation onAdded={refresh} />
    </section>
  );
}
