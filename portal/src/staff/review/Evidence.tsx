import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewEvidence } from '../../api/types';
import { known } from '../../i18n/known';
import { PictureView } from './PictureView';

export interface Shown {
  /** Until when it may be shown. */
  until: string;
  evidence: ReviewEvidence;
}

const fields = ['familyName', 'givenNames', 'documentNumber', 'birthDate', 'expiryDate'] as const;

/** Pictures side by side, what was read and confirmed, and what was tested. */
export function Evidence({ api, caseId, shown }: { api: ReviewsApi; caseId: string; shown: Shown }) {
  const { t } = useTranslation();
  const { evidence } = shown;
  return (
    <div className="evidence" data-testid="review-evidence">
      <div className="pictures">
        {evidence.pictures.map((picture) => (
          <PictureView key={picture} api={api} caseId={caseId} picture={picture} />
        ))}
      </div>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('cases.evidence.said')}</th>
            {evidence.read !== null && <th scope="col">{t('cases.evidence.read')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`cases.evidence.${field}`)}</th>
              <td>{evidence.confirmed[field] ?? t('cases.evidence.none')}</td>
              {evidence.read !== null && <td>{evidence.read[field] ?? t('cases.evidence.none')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('cases.evidence.checks')}</h3>
      <ul className="plain-list">
        <li>{evidence.challengePassed ? t('cases.evidence.moved') : t('cases.evidence.notMoved')}</li>
        {evidence.checks.map(({ code, result }) => (
          <li key={code} data-result={result}>
            {known('check', code, code)}: {t(`reading.result.${result}`)}
          </li>
        ))}
        {evidence.doubts.map((doubt) => (
          <li key={doubt}>{known('doubt', doubt, doubt)}</li>
        ))}
      </ul>
    </div>
  );
}
