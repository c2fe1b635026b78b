import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolderApi } from '../api/holder';
import { Choices } from '../ui/Choices';
import { useFetched } from '../ui/useFetched';

interface Props {
  api: HolderApi;
  /** An organisation; null for oneself. */
  chosen: string | null;
  onChoose: (organisation: string | null) => void;
}

const self = 'self';

/** For whom a line is accepted. Nobody is asked who acts for no confirmed organisation. */
export function ForWhom({ api, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { value } = useFetched(useCallback((signal: AbortSignal) => api.organisations(signal), [api]));
  const confirmed = (value ?? []).filter(({ state }) => state === 'CONFIRMED');
  if (confirmed.length === 0) {
    return null;
  }
  const name = (id: string) =>
    id === self
      ? t('organisations.myself')
      : t('organisations.named', { name: confirmed.find((one) => one.id === id)?.name ?? id });
  return (
    <Choices
      legend={t('organisations.forWhom')}
      options={[self, ...confirmed.map(({ id }) => id)]}
      chosen={chosen ?? self}
      onChoose={(one) => onChoose(one === self ? null : one)}
      testId="for-whom"
    >
      {name}
    </Choices>
  );
}
