import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { Dispute, DisputeFile, LookReason } from '../api/types';
import { Choices } from '../ui/Choices';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { DecideDispute } from './DecideDispute';
import { DisputeFacts } from './DisputeFacts';

const reasons: readonly LookReason[] = ['DECIDE', 'PREPARE_HEARING', 'QUALITY_CHECK'];

interface Props {
  api: StaffApi;
  dispute: Dispute;
  onClose: () => void;
  onDecided: () => void;
}

/** One dispute: a reason for looking first, then its file, then a decision. */
export function DisputeAtHand({ api, dispute, onClose, onDecided }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<LookReason>('DECIDE');
  const [file, setFile] = useState<DisputeFile | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const look = useAction(async (signal) => setFile(await api.look(dispute.id, reason, signal)));
  useEffect(() => heading.current?.focus(), [file]);
  const { line } = dispute;
  return (
    <section className="panel case" aria-labelledby="case-title" data-testid="dispute-at-hand">
      <h2 id="case-title" ref={heading} tabIndex={-1}>
        {file === null ? t('staff.disputes.lookTitle', { line }) : t('staff.disputes.file', { line })}
      </h2>
      {file === null ? (
        <>
          <Choices
            legend={t('staff.disputes.lookText')}
            options={reasons}
            chosen={reason}
            onChoose={setReason}
            testId="look-reason"
          >
            {(one) => t(`staff.disputes.reason.${one}`)}
          </Choices>
          <ActionNotice action={look} />
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={look.running}
              onClick={() => void look.run()}
              data-testid="dispute-open-file"
            >
              {t('staff.disputes.open')}
            </button>
            <button type="button" className="button button-plain" onClick={onClose}>
              {t('action.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <DisputeFacts file={file} />
          {reason === 'DECIDE' && <DecideDispute api={api} dispute={file.dispute} onDecided={onDecided} />}
          <div className="buttons">
            <button
              type="button"
              className="button button-plain"
              onClick={onClose}
              data-testid="dispute-close-file"
            >
              {t('staff.disputes.back')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
