import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyDispute } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { ActionNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { Time, useNow } from '../ui/Time';
import { Answers } from './Answers';
import { useVisit, useVisitAction } from './VisitContext';

/** Something that the holder asked to be looked into: where it stands, what was decided, and what they can do. */
export function DisputeCard({ dispute, line }: { dispute: MyDispute; line: string | null }) {
  const { t, i18n } = useTranslation();
  const open = dispute.state === 'OPEN' || dispute.state === 'APPEALED';
  return (
    <li className="panel line-card" data-testid="my-dispute" data-state={dispute.state}>
      <header className="line-head">
        <div>
          <h3>{line ?? t('myLines.disputes.former')}</h3>
          <small>{t(`myLines.notMine.claims.${dispute.claim}`)}</small>
        </div>
        <span className="chip" data-state={dispute.state}>
          {t(`myLines.disputes.state.${dispute.state}`)}
        </span>
      </header>
      <p>
        {t('myLines.disputes.asked')} <Time at={dispute.openedAt} />
      </p>
      {open && <p>{t('myLines.disputes.due', { time: absoluteTime(dispute.dueAt, i18n.language) })}</p>}
      {dispute.explanation !== null && (
        <div data-testid="my-dispute-decision">
          <p>{dispute.explanation.explanation}</p>
          <p className="next-step">
            <strong>{t('myLines.disputes.whatNext')}</strong> {dispute.explanation.nextStep}
          </p>
        </div>
      )}
      {open && <Withdraw dispute={dispute} />}
      {dispute.state === 'REJECTED' && dispute.appealUntil !== null && (
        <Appeal id={dispute.id} until={dispute.appealUntil} />
      )}
    </li>
  );
}

function Appeal({ id, until }: { id: string; until: string }) {
  const { t, i18n } = useTranslation();
  const { api } = useVisit();
  const now = useNow();
  const appeal = useVisitAction(
    (signal) => api.appeal(id, signal),
    () => t('myLines.disputes.appealed'),
  );
  if (Date.parse(until) < now) {
    return null;
  }
  return (
    <>
      <ActionNotice action={appeal} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={appeal.running}
          onClick={() => void appeal.run()}
          data-testid="dispute-appeal"
        >
          {t('myLines.disputes.appeal')}
        </button>
      </div>
      <p className="quiet">
        {t('myLines.disputes.appealUntil', { time: absoluteTime(until, i18n.language) })}
      </p>
    </>
  );
}

function Withdraw({ dispute }: { dispute: MyDispute }) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const [asking, setAsking] = useState(false);
  const withdraw = useVisitAction(
    (signal) => api.withdraw(dispute.id, signal),
    () => t('myLines.disputes.withdrawn'),
  );
  if (!asking) {
    return (
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          onClick={() => setAsking(true)}
          data-testid="dispute-withdraw"
        >
          {t('myLines.disputes.withdraw')}
        </button>
      </div>
    );
  }
  return (
    <Question title={t('myLines.disputes.withdrawTitle')} testId="withdraw-question">
      <p>{t('myLines.disputes.withdrawText')}</p>
      <Answers
        action={withdraw}
        yes={t('myLines.disputes.withdraw')}
        onYes={() => void withdraw.run()}
        onClose={() => setAsking(false)}
        testId="dispute-withdraw-confirm"
      />
    </Question>
  );
}
