import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/types';
import { Answers } from '../mylines/Answers';
import { Question } from '../ui/Question';
import { useRoad, useRoadAction } from './RoadContext';

/** A consent can be taken back as easily as it was given: until the decision, also while a person is to make it. */
export function WithdrawConsent() {
  const { t } = useTranslation();
  const { api, application } = useRoad();
  const [asking, setAsking] = useState(false);
  const withdraw = useRoadAction((signal) => api.withdrawConsent(signal));
  if (!canBeWithdrawn(application)) {
    return null;
  }
  return asking ? (
    <Question title={t('withdrawal.title')} testId="withdraw-consent-question">
      <p>{t('withdrawal.text')}</p>
      <Answers
        action={withdraw}
        yes={t('withdrawal.yes')}
        onYes={() => void withdraw.run()}
        onClose={() => setAsking(false)}
        testId="withdraw-consent-confirm"
      />
    </Question>
  ) : (
    <button
      type="button"
      className="text-button"
      onClick={() => setAsking(true)}
      data-testid="withdraw-consent"
    >
      {t('withdrawal.open')}
    </button>
  );
}

function canBeWithdrawn({ state, consent }: Application): boolean {
  const undecided = state === 'CONSENTED' || state === 'SUBMITTED' || state === 'REVIEW';
  return undecided && consent !== null && consent.withdrawnAt === null;
}
