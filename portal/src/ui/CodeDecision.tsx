import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from './Choices';
import { ActionNotice } from './ProblemNotice';
import { Question } from './Question';
import { useAction } from './useAction';

interface Props<C extends string> {
  legend: string;
  codes: readonly C[];
  /** What a code says, and what it does. */
  words: (code: C) => { says: string; does: string };
  question: string;
  decide: (code: C, signal: AbortSignal) => Promise<unknown>;
  onDone: () => void;
  /** The test ids of choices and buttons begin with this. */
  testId: string;
}

/** A decision out of a closed list, confirmed once because it cannot be taken back here. */
export function CodeDecision<C extends string>({
  legend,
  codes,
  words,
  question,
  decide,
  onDone,
  testId,
}: Props<C>) {
  const { t } = useTranslation();
  const [code, setCode] = useState<C | null>(null);
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(false);
  const send = useAction(async (signal, chosen: C) => {
    await decide(chosen, signal);
    onDone();
  });
  const choose = (chosen: C) => {
    setCode(chosen);
    setAsking(false);
  };
  return (
    <div className="decision">
      <Choices legend={legend} options={codes} chosen={code} onChoose={choose} testId={`${testId}-code`}>
        {(one) => (
          <>
            {words(one).says}
            <small>{words(one).does}</small>
          </>
        )}
      </Choices>
      {missing && code === null && (
        <p className="field-error" role="alert">
          {t('staff.disputes.choose')}
        </p>
      )}
      {asking && code !== null ? (
        <Question title={question} testId={`${testId}-decide-question`}>
          <p>
            {words(code).says} → {words(code).does}
          </p>
          <ActionNotice action={send} />
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={send.running}
              onClick={() => void send.run(code)}
              data-testid={`${testId}-decide-confirm`}
            >
              {t('staff.disputes.confirm')}
            </button>
            <button type="button" className="button button-plain" onClick={() => setAsking(false)}>
              {t('action.cancel')}
            </button>
          </div>
        </Question>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-main"
            onClick={() => {
              setMissing(code === null);
              setAsking(code !== null);
            }}
            data-testid={`${testId}-decide`}
          >
            {t('staff.disputes.decide')}
          </button>
        </div>
      )}
    </div>
  );
}
