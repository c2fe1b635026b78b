import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorCasesApi } from '../../api/operatorCases';
import type { MoreTime, RemediationPhase } from '../../api/types';
import { Answers } from '../../mylines/Answers';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { RemediationFacts } from '../../ui/RemediationFacts';
import { Spinner } from '../../ui/Spinner';
import { useAction } from '../../ui/useAction';
import { useFetched } from '../../ui/useFetched';

const causes: readonly MoreTime[] = ['TRAVEL', 'ILLNESS', 'DISABILITY'];
const over: readonly RemediationPhase[] = ['SETTLED', 'ENDED'];

interface Props {
  api: OperatorCasesApi;
  id: string;
  /** @param said what was done, in words; null when nothing was */
  onClose: (said: string | null) => void;
}

/** One doubted line, and what an operator can do for its holder. */
export function RemediationFile({ api, id, onClose }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.remediation(id, signal), [api, id]),
  );
  const line = value?.line ?? '';
  const extend = useAction(async (signal, cause: MoreTime) => {
    await api.extend(id, cause, signal);
    onClose(t('remediation.extended', { line }));
  });
  const withdraw = useAction(async (signal) => {
    await api.withdraw(id, signal);
    onClose(t('remediation.withdrawn', { line }));
  });
  const given = value?.extensions ?? [];
  return (
    <section className="panel case" aria-labelledby="case-title" data-testid="remediation-file">
      <h2 id="case-title" ref={heading} tabIndex={-1}>
        {t('remediation.case', { line })}
      </h2>
      {value === null && problem === null && <Spinner>{t('remediation.loading')}</Spinner>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && <RemediationFacts remediation={value} />}
      {value !== null && !over.includes(value.phase) && (
        <>
          <h3>{t('remediation.moreTime')}</h3>
          <p className="quiet">{t('remediation.moreTimeText')}</p>
          <ActionNotice action={extend} />
          <div className="buttons">
            {causes
              .filter((cause) => !given.includes(cause))
              .map((cause) => (
                <button
                  key={cause}
                  type="button"
                  className="button button-small"
                  disabled={extend.running}
                  onClick={() => void extend.run(cause)}
                  data-testid={`remediation-time-${cause}`}
                >
                  {t(`notice.causes.${cause}`)}
                </button>
              ))}
          </div>
          {asking ? (
            <Question title={t('remediation.withdrawTitle', { line })} testId="remediation-withdraw-question">
              <p>{t('remediation.withdrawText')}</p>
              <Answers
                action={withdraw}
                yes={t('remediation.withdraw')}
                onYes={() => void withdraw.run()}
                onClose={() => setAsking(false)}
                testId="remediation-withdraw-confirm"
              />
            </Question>
          ) : (
            <button
              type="button"
              className="text-button"
              onClick={() => setAsking(true)}
              data-testid="remediation-withdraw"
            >
              {t('remediation.withdraw')}
            </button>
          )}
        </>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button button-plain"
          onClick={() => onClose(null)}
          data-testid="remediation-close"
        >
          {t('staff.disputes.back')}
        </button>
      </div>
    </section>
  );
}
