import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignsApi, CampaignStep } from '../../api/campaigns';
import type { Campaign } from '../../api/types';
import { Answers } from '../../mylines/Answers';
import { ActionNotice } from '../../ui/ProblemNotice';
import { ProgressBar } from '../../ui/ProgressBar';
import { Question } from '../../ui/Question';
import { useAction } from '../../ui/useAction';
import { Contacts } from './Contacts';
import { Forecast } from './Forecast';
import { PhasesChart } from './PhasesChart';

interface Props {
  api: CampaignsApi;
  campaign: Campaign;
  onDone: (words: string) => void;
}

/** One campaign: how far it is, where its cases stand, what the contact centre has to expect, and its brakes. */
export function CampaignCard({ api, campaign, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { name, state } = campaign;
  const step = useAction(async (signal, which: CampaignStep) => {
    await api.step(campaign.id, which, signal);
    setAsking(false);
    onDone(t(`campaigns.did.${which}`, { name }));
  });
  const number = (count: number) => count.toLocaleString(i18n.language);
  const goesOn = state === 'RUNNING' || state === 'PAUSED';
  return (
    <li className="panel" data-testid="campaign" data-name={name} data-state={state}>
      <header className="line-head">
        <div>
          <h3>{name}</h3>
          <small>{t('campaigns.pace', { lines: number(campaign.pacePerDay) })}</small>
        </div>
        <span className="chip" data-state={state}>
          {t(`campaigns.state.${state}`)}
        </span>
      </header>
      <ProgressBar
        label={t('campaigns.progress')}
        value={campaign.asked}
        most={campaign.lines}
        words={t('campaigns.asked', { asked: number(campaign.asked), lines: number(campaign.lines) })}
        testId="campaign-progress"
      />
      <PhasesChart phases={campaign.phases} />
      <Forecast campaign={campaign} />
      <ActionNotice action={step} />
      {goesOn && (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            disabled={step.running}
            onClick={() => void step.run(state === 'RUNNING' ? 'pause' : 'resume')}
            data-testid={state === 'RUNNING' ? 'campaign-pause' : 'campaign-resume'}
          >
            {state === 'RUNNING' ? t('campaigns.pause') : t('campaigns.resume')}
            <span className="unseen"> {name}</span>
          </button>
          <button
            type="button"
            className="button button-small"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
            data-testid="campaign-stop"
          >
            {t('campaigns.stop')}
            <span className="unseen"> {name}</span>
          </button>
        </div>
      )}
      {asking && goesOn && (
        <Question title={t('campaigns.stopTitle', { name })} testId="campaign-stop-question">
          <p>{t('campaigns.stopText')}</p>
          <Answers
            action={step}
            yes={t('campaigns.stopYes')}
            onYes={() => void step.run('stop')}
            onClose={() => setAsking(false)}
            testId="campaign-stop-confirm"
          />
        </Question>
      )}
      {state !== 'STOPPING' && state !== 'STOPPED' && (
        <Contacts api={api} campaign={campaign} onDone={onDone} />
      )}
    </li>
  );
}
