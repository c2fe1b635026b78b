import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewCase, ReviewCode, ReviewReason } from '../../api/types';
import { Choices } from '../../ui/Choices';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useNow } from '../../ui/Time';
import { useAction } from '../../ui/useAction';
import { CaseHead } from './CaseHead';
import { Evidence, type Shown } from './Evidence';
import { Finding } from './Finding';

const reasons: readonly ReviewReason[] = [
  'FIRST_IMPRESSION',
  'COMPARE_FACES',
  'EXAMINE_DOCUMENT',
  'CHECK_CORRECTED_FIELDS',
  'LOOK_AGAIN',
];

/** What a reviewer can find from pictures. */
const codes: readonly ReviewCode[] = [
  'IDENTITY_CONFIRMED',
  'PICTURES_DO_NOT_TELL',
  'SELFIE_NOT_LIVE',
  'FACES_DIFFER',
  'FIELDS_DIFFER',
  'DOCUMENT_NOT_GENUINE',
  'DOCUMENT_EXPIRED',
  'DOCUMENT_IS_SPECIMEN',
  'LINE_HELD_BY_ANOTHER',
];

interface Props {
  api: ReviewsApi;
  given: ReviewCase;
  onClose: () => void;
  onDecided: () => void;
}

/** A reason first; then, for a few minutes, the evidence; then what was found. */
export function CaseAtHand({ api, given, onClose, onDecided }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const [locked, setLocked] = useState(given);
  const [reason, setReason] = useState<ReviewReason>('FIRST_IMPRESSION');
  const [shown, setShown] = useState<Shown | null>(null);
  const look = useAction(async (signal) => {
    const { until } = await api.look(given.id, reason, signal);
    setShown({ until, evidence: await api.evidence(given.id, signal) });
  });
  const over = shown !== null && Date.parse(shown.until) <= now;
  return (
    <section className="panel case" aria-labelledby="case-title" data-testid="review-case">
      <CaseHead api={api} given={locked} onLocked={setLocked} onClose={onClose} />
      {shown !== null && !over ? (
        <>
          <Evidence api={api} caseId={given.id} shown={shown} />
          <p className="quiet">{t('cases.case.alone')}</p>
          <Finding
            codes={codes}
            decide={(code, signal) => api.decide(given.id, code, signal)}
            onDone={onDecided}
          />
        </>
      ) : (
        <>
          {over && <p className="field-warning">{t('cases.look.over')}</p>}
          <Choices
            legend={t('cases.look.title')}
            options={reasons}
            chosen={reason}
            onChoose={setReason}
            testId="review-reason"
          >
            {(one) => t(`cases.look.reason.${one}`)}
          </Choices>
          <p className="quiet">{t('cases.look.text')}</p>
          <ActionNotice action={look} />
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={look.running}
              onClick={() => void look.run()}
              data-testid="review-look"
            >
              {t('cases.look.open')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
