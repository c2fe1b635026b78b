import { useTranslation } from 'react-i18next';
import { calendarDate } from '../../i18n/time';
import { PageTitle } from '../../ui/PageTitle';
import { ActionNotice } from '../../ui/ProblemNotice';
import { Time } from '../../ui/Time';
import { AttendedLink } from '../AttendedLink';
import { fieldNames, type FieldName } from '../documentFields';
import { Picture } from '../Picture';
import { useRoad, useRoadAction } from '../RoadContext';
import { SimWarning } from '../SimWarning';

/** What will be checked, once more before it is. */
export function ReviewStep() {
  const { t } = useTranslation();
  const { api, application } = useRoad();
  const submit = useRoadAction((signal) => api.submit(signal));
  return (
    <section data-testid="review">
      <PageTitle name={t('review.title')}>{t('review.title')}</PageTitle>
      <p className="lead">{t('review.lead')}</p>
      <SimWarning application={application} />
      <div className="given">
        <Given what="document" />
        <Given what="selfie" />
      </div>
      <div className="panel">
        <h2>{t('review.next')}</h2>
        <ol className="plain-steps">
          <li>{t('review.nextSteps.compare')}</li>
          <li>{t('review.nextSteps.decide')}</li>
          <li>{t('review.nextSteps.erase')}</li>
        </ol>
      </div>
      <ActionNotice action={submit} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={submit.running}
          onClick={() => void submit.run()}
          data-testid="submit"
        >
          {t('review.submit')}
        </button>
      </div>
      <AttendedLink />
    </section>
  );
}

function Given({ what }: { what: 'document' | 'selfie' }) {
  const { t } = useTranslation();
  const { application, sent, goTo } = useRoad();
  const picture = sent[what];
  const received = application[what]?.receivedAt;
  return (
    <div className="panel given-one">
      <div className="given-head">
        <h2>{t(`review.${what}`)}</h2>
        <button
          type="button"
          className="button button-small"
          onClick={() => goTo(what)}
          data-testid={`change-${what}`}
        >
          {t('action.change')}
          <span className="unseen"> {t(`review.${what}`)}</span>
        </button>
      </div>
      {picture === null ? (
        <p className="quiet">{t('review.notShown')}</p>
      ) : (
        <Picture picture={picture} alt={t(`${what}.alt`)} testId={`review-${what}`} />
      )}
      {what === 'document' && sent.fields.documentNumber !== '' && <TypedFields />}
      {received !== undefined && (
        <p className="quiet">
          <Time at={received} />
        </p>
      )}
    </div>
  );
}

function TypedFields() {
  const { t, i18n } = useTranslation();
  const { fields } = useRoad().sent;
  const shown = (name: FieldName) => {
    if (fields[name] === '' && name !== 'expiryDate') {
      return '';
    }
    if (name === 'expiryDate' && !fields.expires) {
      return t('document.forEver');
    }
    return name === 'birthDate' || name === 'expiryDate'
      ? calendarDate(fields[name], i18n.language)
      : fields[name];
  };
  return (
    <dl className="typed">
      {fieldNames
        .filter((name) => shown(name) !== '')
        .map((name) => (
          <div key={name}>
            <dt>{t(`document.${name}`)}</dt>
            <dd>{shown(name)}</dd>
          </div>
        ))}
    </dl>
  );
}
