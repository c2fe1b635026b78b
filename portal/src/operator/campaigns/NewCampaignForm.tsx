import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignsApi } from '../../api/campaigns';
import { services, type NewCampaign, type Service } from '../../api/types';
import { Field } from '../../ui/Field';
import { ActionNotice } from '../../ui/ProblemNotice';
import { Select } from '../../ui/Select';
import { useAction } from '../../ui/useAction';
import { wholeNumber } from './wholeNumber';

const statuses = ['UNVERIFIED', 'ACTIVE', 'LIMITED'] as const;
const nothing = { name: '', service: '', status: 'UNVERIFIED', before: '', pace: '100', capacity: '20' };

/** Whom to ask, how fast, and how many calls a day can be taken. */
export function NewCampaignForm({ api, onMade }: { api: CampaignsApi; onMade: (name: string) => void }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(nothing);
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const make = useAction(async (signal, wanted: NewCampaign) => {
    await api.make(wanted, signal);
    setFields(nothing);
    setTried(false);
    setRound((before) => before + 1);
    onMade(wanted.name);
  });
  const set = (name: keyof typeof nothing) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const pacePerDay = wholeNumber(fields.pace, 1, 10_000_000);
  const contactCapacityPerDay = wholeNumber(fields.capacity, 1, 10_000_000);
  const name = fields.name.trim();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (name !== '' && pacePerDay !== null && contactCapacityPerDay !== null) {
      const service = services.find((one): one is Service => one === fields.service);
      const status = statuses.find((one) => one === fields.status);
      void make.run({
        name,
        pacePerDay,
        contactCapacityPerDay,
        ...(service === undefined ? {} : { service }),
        ...(status === undefined ? {} : { status }),
        ...(fields.before === '' ? {} : { verifiedBefore: `${fields.before}T00:00:00Z` }),
      });
    }
  };
  const any = { value: '', name: t('campaigns.any') };
  return (
    <details className="more" key={round}>
      <summary data-testid="campaign-add">{t('campaigns.add')}</summary>
      <form className="case" onSubmit={submit} noValidate>
        <p className="quiet">{t('campaigns.promise')}</p>
        <Field
          label={t('campaigns.name')}
          hint={t('campaigns.nameHint')}
          value={fields.name}
          onValue={set('name')}
          maxLength={100}
          autoComplete="off"
          error={tried && name === '' ? t('campaigns.nameRequired') : undefined}
          data-testid="campaign-name"
        />
        <div className="field-pair">
          <Select
            label={t('campaigns.service')}
            options={[any, ...services.map((one) => ({ value: one, name: t(`service.${one}`) }))]}
            value={fields.service}
            onValue={set('service')}
            data-testid="campaign-service"
          />
          <Select
            label={t('campaigns.status')}
            options={[any, ...statuses.map((one) => ({ value: one, name: t(`myLines.status.${one}`) }))]}
            value={fields.status}
            onValue={set('status')}
            data-testid="campaign-status"
          />
        </div>
        <Field
          label={t('campaigns.before')}
          hint={t('campaigns.beforeHint')}
          type="date"
          value={fields.before}
          onValue={set('before')}
          data-testid="campaign-before"
        />
        <div className="field-pair">
          <Field
            label={t('campaigns.paceField')}
            value={fields.pace}
            onValue={set('pace')}
            inputMode="numeric"
            autoComplete="off"
            error={pacePerDay === null ? t('campaigns.wrongNumber') : undefined}
            data-testid="campaign-pace"
          />
          <Field
            label={t('campaigns.capacityField')}
            value={fields.capacity}
            onValue={set('capacity')}
            inputMode="numeric"
            autoComplete="off"
            error={contactCapacityPerDay === null ? t('campaigns.wrongNumber') : undefined}
            data-testid="campaign-capacity"
          />
        </div>
        <ActionNotice action={make} />
        <div className="buttons">
          <button type="submit" className="button" disabled={make.running} data-testid="campaign-submit">
            {t('campaigns.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
