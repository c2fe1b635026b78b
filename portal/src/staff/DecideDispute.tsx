import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { Dispute, DisputeCode } from '../api/types';
import { Choices } from '../ui/Choices';
import { ActionNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { useAction } from '../ui/useAction';

/** What a code does: the line leaves the holder's name, or stays in it. */
const upholding: readonly DisputeCode[] = [
  'NO_EVIDENCE_OF_REGISTRATION',
  'EVIDENCE_SHOWS_SOMEBODY_ELSE',
  'OTHER_PARTY_CONFIRMS',
  'HANDED_OVER_WITHOUT_RECORD',
];
const rejecting: readonly DisputeCode[] = ['EVIDENCE_SHOWS_THE_HOLDER', 'HOLDER_STILL_USES_IT'];

interface Props {
  api: StaffApi;
  dispute: Dispute;
  onDecided: () => void;
}

/** A decision out of a closed list, confirmed once because it cannot be taken back here. */
export function DecideDispute({ api, dispute, onDecided }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState<DisputeCode | null>(null);
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(false);
  const decide = useAction(async (signal, chosen: DisputeCode) => {
    await api.decide(dispute.id, chosen, signal);
    onDecided();
  });
  const choose = (chosen: DisputeCode) => {
    setCode(chosen);
    setAsking(false);
  };
  const result = (one: DisputeCode) =>
    upholding.includes(one) ? t('staff.disputes.upheld') : t('staff.disputes.rejected');
  return (
    <div className="decision">
      {dispute.state === 'APPEALED' && <p className="notice">{t('staff.disputes.anotherPerson')}</p>}
      <Choices
        legend={t('staff.disputes.decision')}
        options={[...upholding, ...rejecting]}
        chosen={code}
        onChoose={choose}
        testId="dispute-code"
      >
        {(one) => (
          <>
            {t(`staff.disputes.code.${one}`)}
            <small>{result(one)}</small>
          </>
        )}
      </Choices>
      {missing && code === null && (
        <p className="field-error" role="alert">
          {t('staff.disputes.choose')}
        </p>
      )}
      {asking && code !== null ? (
        <Question
          title={t('staff.disputes.confirmTitle', { line: dispute.line })}
          testId="dispute-decide-question"
        >
          <p>
            {t(`staff.disputes.code.${code}`)} → {result(code)}
          </p>
          <ActionNotice action={decide} />
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={decide.running}
              onClick={() => void decide.run(code)}
              data-testid="dispute-decide-confirm"
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
            data-testid="dispute-decide"
          >
            {t('staff.disputes.decide')}
          </button>
        </div>
      )}
    </div>
  );
}
