import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentFields } from '../../api/types';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice } from '../../ui/ProblemNotice';
import { AttendedLink } from '../AttendedLink';
import { ChipFile } from '../ChipFile';
import { DocumentCapture } from '../DocumentCapture';
import { DocumentForm } from '../DocumentForm';
import { problemsOf, tidy, toSend, today, typed } from '../documentFields';
import { dueStep } from '../road';
import { useRoad, useRoadAction } from '../RoadContext';
import { ReadDocument } from '../ReadDocument';
import { ReadPicture } from '../ReadPicture';
import { SamplePicker } from '../SamplePicker';
import { WalletPanel } from '../WalletPanel';

/** The document: its picture, and what is printed on it. */
export function DocumentStep() {
  const { t } = useTranslation();
  const { api, application, draft, setDraft, keepSent, goTo } = useRoad();
  const [checked, setChecked] = useState(false);
  /** When the document came that the person would rather replace than confirm. */
  const [aside, setAside] = useState<string | null>(null);
  const send = useRoadAction(async (signal, image: Blob, fields: DocumentFields) => {
    const answered = await api.sendDocument(image, fields, signal);
    keepSent({ document: image, fields: typed(fields), sampleId: draft.sampleId });
    return answered;
  });

  const fields = tidy(draft.fields);
  const problems = checked ? problemsOf(fields, today(new Date())) : {};
  const pictureMissing = checked && draft.document === null;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(problemsOf(fields, today(new Date()))).length > 0 || draft.document === null) {
      const form = event.currentTarget;
      // After the errors are drawn, the first of them is where the person should be.
      setTimeout(
        () => form.querySelector<HTMLElement>('[aria-invalid="true"], .picture-missing button')?.focus(),
        0,
      );
      return;
    }
    void send.run(draft.document, toSend(fields));
  };

  const later = dueStep(application);
  const { document: received } = application;
  if (received !== null && !received.confirmed && received.receivedAt !== aside) {
    return (
      <section key="reading" data-testid="document">
        <PageTitle name={t('reading.title')}>{t('reading.title')}</PageTitle>
        <p className="lead">{t('reading.lead')}</p>
        <ReadDocument onOther={() => setAside(received.receivedAt)} />
        <AttendedLink />
      </section>
    );
  }
  return (
    <section key="form" data-testid="document">
      <PageTitle name={t('document.title')}>{t('document.title')}</PageTitle>
      <p className="lead">{t('document.lead')}</p>
      <ChipFile key={application.updatedAt} />
      <WalletPanel />
      <form className="two-columns" noValidate onSubmit={submit}>
        <div>
          <DocumentCapture missing={pictureMissing} onChange={send.forget} />
          {draft.document !== null && <ReadPicture picture={draft.document} />}
          <SamplePicker
            what="document"
            onPicture={(document, sample) => {
              setDraft({ document, fields: typed(sample.fields), sampleId: sample.id });
              send.forget();
            }}
          />
        </div>
        <div>
          <DocumentForm
            fields={draft.fields}
            legend={t('document.typed')}
            problems={problems}
            onChange={(change) => setDraft({ fields: { ...draft.fields, ...change } })}
          />
          {(pictureMissing || Object.keys(problems).length > 0) && (
            <p className="field-error" role="alert">
              {t('document.summary')}
            </p>
          )}
          <ActionNotice action={send} />
          <div className="buttons">
            <button
              type="submit"
              className="button button-main"
              disabled={send.running}
              data-testid="document-continue"
            >
              {send.running ? t('document.sending') : t('action.continue')}
            </button>
            {later !== 'document' && (
              <button
                type="button"
                className="button button-plain"
                disabled={send.running}
                onClick={() => goTo(later)}
                data-testid="document-cancel"
              >
                {t('action.cancel')}
              </button>
            )}
          </div>
        </div>
      </form>
      <AttendedLink />
    </section>
  );
}
