import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignsApi } from '../../api/campaigns';
import { Done } from '../../ui/Done';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { usePolling } from '../../ui/usePolling';
import { CampaignCard } from './CampaignCard';
import { NewCampaignForm } from './NewCampaignForm';

/** How often progress and forecast are fetched anew, in milliseconds. */
const progressMillis = 5000;

/** Slices of the base that are asked to verify anew, at a pace that the contact centre can bear. */
export function Campaigns({ api }: { api: CampaignsApi }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.all(signal), [api]),
    progressMillis,
  );
  const done = (words: string) => {
    setSaid(words);
    refresh();
  };
  return (
    <div className="case">
      <section className="panel" aria-labelledby="campaigns-title">
        <h2 id="campaigns-title">{t('campaigns.title')}</h2>
        <p className="quiet">{t('campaigns.lead')}</p>
        {said !== null && <Done key={said}>{said}</Done>}
        {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
        {value === null && problem === null && <Spinner>{t('campaigns.loading')}</Spinner>}
        {value?.length === 0 && <p>{t('campaigns.empty')}</p>}
        <NewCampaignForm api={api} onMade={(name) => done(t('campaigns.made', { name }))} />
      </section>
      <ul className="cards">
        {value?.map((one) => (
          <CampaignCard key={one.id} api={api} campaign={one} onDone={done} />
        ))}
      </ul>
    </div>
  );
}
