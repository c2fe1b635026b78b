import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetched } from '../ui/useFetched';
import { useRoad } from './RoadContext';

/** The code by which an agent in a shop finds the case. It is an extra: without it the page says the same as before. */
export function AppointmentCode() {
  const { t } = useTranslation();
  const { api } = useRoad();
  const { value } = useFetched(useCallback((signal: AbortSignal) => api.appointment(signal), [api]));
  if (value === null) {
    return null;
  }
  return (
    <div className="panel" data-testid="appointment">
      <h2>{t('cases.appointment.title')}</h2>
      <p className="hearing-line" data-testid="appointment-code">
        {value.code}
      </p>
      <p>{value.kind === 'ATTENDED' ? t('cases.appointment.must') : t('cases.appointment.may')}</p>
    </div>
  );
}
