import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerWithDemoWallet } from '../api/demo';
import type { WalletRequestStanding } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { QrCode } from '../ui/QrCode';
import { useAction } from '../ui/useAction';
import { usePolling } from '../ui/usePolling';
import { useRoad, useRoadAction } from './RoadContext';

const BETWEEN_LOOKS = 2_000;

/** The request as link and QR code, until the wallet has answered. */
export function WaitForWallet({
  link,
  onEnd,
}: {
  link: string;
  /** Nothing came of it; null when the person gave up. */
  onEnd: (standing: WalletRequestStanding | null) => void;
}) {
  const { t } = useTranslation();
  const { api, demo } = useRoad();
  const standing = usePolling(
    useCallback((signal: AbortSignal) => api.walletRequest(signal), [api]),
    BETWEEN_LOOKS,
  ).value;
  const received = useRoadAction((signal) => api.application(signal));
  const arrive = received.run;
  const made = useAction((signal, person: string) => answerWithDemoWallet(person, link, signal));
  useEffect(() => {
    if (standing?.state === 'RECEIVED') {
      void arrive();
    } else if (standing !== null && standing.state !== 'WAITING') {
      onEnd(standing);
    }
  }, [standing, arrive, onEnd]);

  return (
    <div data-testid="wallet-waiting">
      <p>{t('wallet.scan')}</p>
      <QrCode text={link} label={t('wallet.qr')} />
      <p role="status">{t('wallet.waiting')}</p>
      <ActionNotice action={received} />
      {demo !== null && (
        <div className="buttons">
          {demo.samples.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className="button button-small"
              disabled={made.running}
              onClick={() => void made.run(id)}
              data-testid={`wallet-sample-${id}`}
            >
              {t('wallet.sample', { name: label })}
            </button>
          ))}
        </div>
      )}
      <ActionNotice action={made} />
      <div className="buttons">
        <a className="button button-plain" href={link} data-testid="wallet-link">
          {t('wallet.open')}
        </a>
        <button
          type="button"
          className="button button-plain"
          onClick={() => onEnd(null)}
          data-testid="wallet-cancel"
        >
          {t('action.cancel')}
        </button>
      </div>
    </div>
  );
}
