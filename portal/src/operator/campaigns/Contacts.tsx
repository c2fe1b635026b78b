import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignsApi } from '../../api/campaigns';
import type { Campaign } from '../../api/types';
import { Field } from '../../ui/Field';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';
import { wholeNumber } from './wholeNumber';

interface Props {
  api: CampaignsApi;
  campaign: Campaign;
  onDone: (words: string) => void;
}

/** What the contact centre counted, from which the forecast learns. */
export function Contacts({ api, campaign, onDone }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const report = useAction(async (signal, contacts: number) => {
    await api.contacts(campaign.id, contacts, signal);
    setText('');
    setTried(false);
    onDone(t('campaigns.contacts.done'));
  });
  const contacts = wholeNumber(text, 1, 1_000_000);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (contacts !== null) {
      void report.run(contacts);
    }
  };
  return (
    <details className="more">
      <summary data-testid="contacts-open">
        {t('campaigns.contacts.open', { contacts: campaign.contacts })}
      </summary>
      <form className="case" onSubmit={submit} noValidate>
        <Field
          label={t('campaigns.contacts.count')}
          hint={t('campaigns.contacts.hint')}
          value={text}
          onValue={setText}
          inputMode="numeric"
          autoComplete="off"
          error={tried && contacts === null ? t('campaigns.wrongNumber') : undefined}
          data-testid="contacts-count"
        />
        <ActionNotice action={report} />
        <div className="buttons">
          <button
            type="submit"
            className="button button-small"
            disabled={report.running}
            data-testid="contacts-submit"
          >
            {t('campaigns.contacts.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
