import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim, MyLine } from '../api/types';
import { Choices } from '../ui/Choices';
import { Question } from '../ui/Question';
import { useVisit, useVisitAction } from './VisitContext';
import { Answers } from './Answers';

const claims: readonly Claim[] = ['NEVER_TOOK_IT', 'GAVE_IT_AWAY', 'WRONG_DETAILS'];

/** "This is not mine": what is true, and one confirmation. */
export function NotMine({ line, onClose }: { line: MyLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const [claim, setClaim] = useState<Claim | null>(null);
  const [missing, setMissing] = useState(false);
  const dispute = useVisitAction(
    (signal, chosen: Claim) => api.dispute(line.id, chosen, signal),
    () => t('myLines.notMine.done', { line: line.line }),
  );
  const confirm = () => {
    setMissing(claim === null);
    if (claim !== null) {
      void dispute.run(claim);
    }
  };
  return (
    <Question title={t('myLines.notMine.title', { line: line.line })} testId="not-mine">
      <Choices
        legend={t('myLines.notMine.claim')}
        options={claims}
        chosen={claim}
        onChoose={setClaim}
        testId="claim"
      >
        {(one) => t(`myLines.notMine.claims.${one}`)}
      </Choices>
      {missing && claim === null && (
        <p className="field-error" role="alert">
          {t('myLines.notMine.choose')}
        </p>
      )}
      <p>{t('myLines.notMine.text')}</p>
      <Answers
        action={dispute}
        yes={t('myLines.notMine.confirm')}
        onYes={confirm}
        onClose={onClose}
        testId="not-mine-confirm"
      />
    </Question>
  );
}
