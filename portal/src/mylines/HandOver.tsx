import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyLine, TransferOffer } from '../api/types';
import { absoluteTime } from '../i18n/time';
import { CopyButton } from '../ui/CopyButton';
import { QrCode } from '../ui/QrCode';
import { Question } from '../ui/Question';
import { useAction } from '../ui/useAction';
import { Answers } from './Answers';
import { VerifyAgain } from './VerifyAgain';
import { useVisit } from './VisitContext';

/** Offers a line to somebody: a link to give them, shown once. */
export function HandOver({ line, onClose }: { line: MyLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { api, changed } = useVisit();
  const [offer, setOffer] = useState<TransferOffer | null>(null);
  const give = useAction(async (signal) => setOffer(await api.offer(line.id, signal)));
  if (offer !== null) {
    const close = () => {
      onClose();
      changed(t('transfer.offered', { line: line.line }));
    };
    return <Offered offer={offer} line={line.line} onClose={close} />;
  }
  return (
    <Question title={t('transfer.title', { line: line.line })} testId="hand-over">
      <p>{t('transfer.text')}</p>
      <Answers
        action={give}
        yes={t('transfer.confirm')}
        onYes={() => void give.run()}
        onClose={onClose}
        testId="hand-over-confirm"
      />
      {give.problem?.code === 'verification-too-old' && (
        <VerifyAgain words={t('transfer.verifyAgain')} backTo="/my-lines" />
      )}
    </Question>
  );
}

function Offered({ offer, line, onClose }: { offer: TransferOffer; line: string; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <Question title={t('transfer.linkTitle', { line })} testId="hand-over-offered">
      <p>{t('transfer.give', { time: absoluteTime(offer.expiresAt, i18n.language) })}</p>
      <QrCode text={offer.url} label={t('transfer.qr')} />
      <p className="secret" data-testid="hand-over-link">
        {offer.url}
      </p>
      <div className="buttons">
        <CopyButton text={offer.url} testId="copy-hand-over-link" />
        <button type="button" className="button button-small" onClick={onClose} data-testid="hand-over-close">
          {t('action.close')}
        </button>
      </div>
    </Question>
  );
}
