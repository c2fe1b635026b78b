import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { Dispute, DisputeCode } from '../api/types';
import { CodeDecision } from '../ui/CodeDecision';

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

export function DecideDispute({ api, dispute, onDecided }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {dispute.state === 'APPEALED' && <p className="notice">{t('staff.disputes.anotherPerson')}</p>}
      <CodeDecision
        legend={t('staff.disputes.decision')}
        codes={[...upholding, ...rejecting]}
        words={(code) => ({
          says: t(`staff.disputes.code.${code}`),
          does: upholding.includes(code) ? t('staff.disputes.upheld') : t('staff.disputes.rejected'),
        })}
        question={t('staff.disputes.confirmTitle', { line: dispute.line })}
        decide={(code, signal) => api.decide(dispute.id, code, signal)}
        onDone={onDecided}
        testId="dispute"
      />
    </>
  );
}
