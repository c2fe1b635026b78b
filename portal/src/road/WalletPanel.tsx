import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WalletRequest, WalletRequestStanding } from '../api/types';
import { WalletIcon } from '../ui/icons';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { useRoad } from './RoadContext';
import { WaitForWallet } from './WaitForWallet';

/** A document out of a digital wallet, on this device or on another. Not there where the server asks no wallets. */
export function WalletPanel() {
  const { t } = useTranslation();
  const { api, intercept } = useRoad();
  const [offered, setOffered] = useState(false);
  const [asked, setAsked] = useState<WalletRequest | null>(null);
  const [ended, setEnded] = useState<WalletRequestStanding | null>(null);
  const looking = useAction(async (signal) => {
    setOffered((await api.walletRequest(signal)).state !== 'NOT_OFFERED');
  }, intercept);
  const ask = useAction(async (signal) => {
    setEnded(null);
    setAsked(await api.askWallet(signal));
  }, intercept);
  const look = looking.run;
  useEffect(() => void look(), [look]);

  if (!offered) {
    return null;
  }
  return (
    <section className="panel" aria-labelledby="wallet-title" data-testid="wallet">
      <h2 id="wallet-title">
        <WalletIcon /> {t('wallet.title')}
      </h2>
      {asked === null ? (
        <>
          <p className="quiet">{t('wallet.text')}</p>
          <div role="status">
            {ended !== null && <p data-testid="wallet-ended">{ended.nextStep ?? t('wallet.expired')}</p>}
          </div>
          <div className="buttons">
            <button
              type="button"
              className="button button-plain"
              disabled={ask.running}
              onClick={() => void ask.run()}
              data-testid="wallet-ask"
            >
              {t(ended === null ? 'wallet.ask' : 'wallet.again')}
            </button>
          </div>
          <ActionNotice action={ask} />
        </>
      ) : (
        <WaitForWallet
          link={asked.link}
          onEnd={(standing) => {
            setAsked(null);
            setEnded(standing);
          }}
        />
      )}
    </section>
  );
}
