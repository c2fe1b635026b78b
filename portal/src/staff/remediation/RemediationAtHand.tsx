import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffCasesApi } from '../../api/staffCases';
import type { AppealReason, Remediation, RemediationReason } from '../../api/types';
import { CodeDecision } from '../../ui/CodeDecision';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { RemediationFacts } from '../../ui/RemediationFacts';
import { Spinner } from '../../ui/Spinner';
import { useFetched } from '../../ui/useFetched';

/** What ends the case, and gives the line back to its holder as it was. */
const keeping: readonly RemediationReason[] = ['HOLDER_CONFIRMED', 'DOUBT_UNFOUNDED', 'HARDSHIP'];
const ending: readonly RemediationReason[] = [
  'NOT_CONFIRMED',
  'DISOWNED_BY_HOLDER',
  'DEATH_CONFIRMED',
  'DOCUMENT_INVALID',
];
const granting: readonly AppealReason[] = [
  'HOLDER_CONFIRMED',
  'DOUBT_UNFOUNDED',
  'NOTICE_AT_FAULT',
  'HARDSHIP',
];
const refusing: readonly AppealReason[] = ['DOUBT_STANDS', 'NOTHING_NEW'];

interface Props {
  api: StaffCasesApi;
  given: Remediation;
  onClose: () => void;
  onDecided: () => void;
}

/** One doubted line: what happened, what its holder wrote, and the decision that is due. */
export function RemediationAtHand({ api, given, onClose, onDecided }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.look(given.id, signal), [api, given.id]),
  );
  const { line } = given;
  const phase = value?.remediation.phase;
  const question = t('remediation.confirmTitle', { line });
  return (
    <section className="panel case" aria-labelledby="case-title" data-testid="remediation-at-hand">
      <h2 id="case-title" ref={heading} tabIndex={-1}>
        {t('remediation.case', { line })}
      </h2>
      <p className="quiet">{t('remediation.logged')}</p>
      {value === null && problem === null && <Spinner>{t('remediation.loading')}</Spinner>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && <RemediationFacts remediation={value.remediation} />}
      {value?.appealStatement != null && (
        <>
          <h3>{t('remediation.statement')}</h3>
          <blockquote className="statement" data-testid="remediation-statement">
            <p>{value.appealStatement}</p>
          </blockquote>
        </>
      )}
      {phase === 'AWAITING_DECISION' && (
        <CodeDecision
          legend={t('remediation.decision')}
          codes={[...keeping, ...ending]}
          words={(code) => ({
            says: t(`remediation.reason.${code}`),
            does: keeping.includes(code) ? t('remediation.keeps') : t('remediation.ends'),
          })}
          question={question}
          decide={(code, signal) => api.decide(given.id, code, signal)}
          onDone={onDecided}
          testId="remediation"
        />
      )}
      {phase === 'APPEALED' && (
        <>
          <p className="notice">{t('remediation.anotherPerson')}</p>
          <CodeDecision
            legend={t('remediation.appeal')}
            codes={[...granting, ...refusing]}
            words={(code) => ({
              says: t(`remediation.reason.${code}`),
              does: granting.includes(code) ? t('remediation.keeps') : t('remediation.runsOn'),
            })}
            question={question}
            decide={(code, signal) => api.decideAppeal(given.id, code, signal)}
            onDone={onDecided}
            testId="remediation"
          />
        </>
      )}
      {phase === 'UNREACHED' && <p className="notice">{t('remediation.unreached')}</p>}
      <div className="buttons">
        <button
          type="button"
          className="button button-plain"
          onClick={onClose}
          data-testid="remediation-close"
        >
          {t('staff.disputes.back')}
        </button>
      </div>
    </section>
  );
}
