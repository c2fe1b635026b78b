import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewCode } from '../../api/types';
import { Choices } from '../../ui/Choices';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';
import { OneMoreLine } from './OneMoreLine';

interface Props {
  codes: readonly ReviewCode[];
  decide: (code: ReviewCode, signal: AbortSignal) => Promise<void>;
  onDone: () => void;
}

/** What was found, out of a closed list. */
export function Finding({ codes, decide, onDone }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState<ReviewCode | null>(null);
  const [missing, setMissing] = useState(false);
  const send = useAction(async (signal, chosen: ReviewCode) => {
    await decide(chosen, signal);
    onDone();
  });
  const confirm = () => {
    setMissing(code === null);
    if (code !== null) {
      void send.run(code);
    }
  };
  return (
    <div className="decision">
      <Choices
        legend={t('cases.decision')}
        options={codes}
        chosen={code}
        onChoose={setCode}
        testId="review-code"
      >
        {(one) => t(`cases.code.${one}`)}
      </Choices>
      {missing && code === null && (
        <p className="field-error" role="alert">
          {t('cases.choose')}
        </p>
      )}
      <ActionNotice action={send} />
      <OneMoreLine problem={send.problem} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={send.running}
          onClick={confirm}
          data-testid="review-decide"
        >
          {t('cases.confirm')}
        </button>
      </div>
    </div>
  );
}
