import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentFields, DocumentReading } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { DocumentForm } from './DocumentForm';
import { noFields, problemsOf, tidy, toSend, today, typed, type TypedFields } from './documentFields';
import { Picture } from './Picture';
import { useRoad, useRoadAction } from './RoadContext';

/** What was read of the document, to be confirmed or corrected, with every test that was made. */
export function ReadDocument({ onOther }: { onOther: () => void }) {
  const { t } = useTranslation();
  const { api, keepSent, intercept } = useRoad();
  const [reading, setReading] = useState<DocumentReading | null>(null);
  const [fields, setFields] = useState<TypedFields>(noFields);
  const [checked, setChecked] = useState(false);
  const [portrait, setPortrait] = useState<Blob | null>(null);
  const fetching = useAction(async (signal) => {
    const read = await api.documentReading(signal);
    setReading(read);
    setFields(fieldsOf(read));
    // Whoever does not get to see it can confirm what was read all the same.
    setPortrait(read.portrait ? await api.documentPortrait(signal).catch(() => null) : null);
  }, intercept);
  const fetch = fetching.run;
  useEffect(() => void fetch(), [fetch]);
  const confirm = useRoadAction(async (signal, confirmed: DocumentFields) => {
    const application = await api.confirmDocument(confirmed, signal);
    keepSent({ fields: typed(confirmed), document: null, sampleId: null });
    return application;
  });

  if (reading === null) {
    return (
      <>
        <p role="status">{t('reading.fetching')}</p>
        <ActionNotice action={fetching} />
      </>
    );
  }
  const tidied = tidy(fields);
  const problems = checked ? problemsOf(tidied, today(new Date())) : {};
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(tidied, today(new Date()))).length === 0) {
      void confirm.run(toSend(tidied));
    }
  };
  const corrected = JSON.stringify(tidied) !== JSON.stringify(tidy(fieldsOf(reading)));
  return (
    <form className="two-columns" noValidate onSubmit={submit} data-testid="reading">
      <div>
        <DocumentForm
          fields={fields}
          problems={problems}
          legend={t(`reading.from.${reading.source}`)}
          onChange={(change) => setFields({ ...fields, ...change })}
        />
        {reading.nativeName !== null && <p className="quiet">{reading.nativeName}</p>}
        <p className="quiet" role="status">
          {corrected ? t('reading.corrected') : t('reading.right')}
        </p>
        <ActionNotice action={confirm} />
        <div className="buttons">
          <button
            type="submit"
            className="button button-main"
            disabled={confirm.running}
            data-testid="reading-confirm"
          >
            {corrected ? t('reading.confirmCorrected') : t('reading.confirm')}
          </button>
          <button type="button" className="button button-plain" onClick={onOther} data-testid="reading-other">
            {t('reading.other')}
          </button>
        </div>
      </div>
      <div className="panel">
        {portrait !== null && (
          <>
            <h2>{t('reading.portrait')}</h2>
            <Picture picture={portrait} alt={t('reading.portraitAlt')} testId="reading-portrait" />
          </>
        )}
        <h2>{t('reading.checks')}</h2>
        <p className="quiet">{t(`reading.strength.${reading.strength}`)}</p>
        <ul className="checks" data-testid="reading-checks">
          {reading.checks.map((check) => (
            <li key={check.code} data-result={check.result}>
              <span className="check-result">{t(`reading.result.${check.result}`)}</span> {check.title}
            </li>
          ))}
        </ul>
      </div>
    </form>
  );
}

function fieldsOf(reading: DocumentReading): TypedFields {
  const { familyName, givenNames, documentNumber } = reading;
  const expiryDate = reading.expiryDate ?? '';
  return {
    familyName,
    givenNames,
    documentNumber,
    birthDate: reading.birthDate ?? '',
    expiryDate,
    expires: expiryDate !== '',
  };
}
