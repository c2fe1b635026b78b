import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemIn } from '../api/problem';
import { ProblemNotice } from '../ui/ProblemNotice';
import { usePolling } from '../ui/usePolling';
import { useRoad } from './RoadContext';

const BETWEEN_LOOKS = 3_000;
/** Whoever walked away without a code must not stay signed in by the asking. */
const REST = 5 * 60_000;
/** Nothing waits for a person: not yet, or not any more. */
const NONE = 'appointment-unknown';

/**
 * The code by which an agent in a shop finds the case. It is an extra: until it is there, the page says the same as before.
 * The server opens the case a moment after the application has come to a person, so it is asked again.
 */
export function AppointmentCode() {
  const { t } = useTranslation();
  const { api, application, arrived } = useRoad();
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.appointment(signal), [api]),
    BETWEEN_LOOKS,
    { untilAnswered: true, expected: NONE, restMillis: REST },
  );
  // There was a case, and somebody has decided it meanwhile: the application says what.
  const over = value !== null && problem?.code === NONE;
  useEffect(() => {
    if (!over) {
      return;
    }
    const asking = new AbortController();
    // Without an answer the verdict stays as it is: it is an extra here, too.
    api.application(asking.signal).then(arrived, problemIn);
    return () => asking.abort();
  }, [over, api, arrived]);

  if (value === null || over) {
    return problem === null || problem.code === NONE ? null : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  // The application says it at once when its pictures are gone; its case may still be that of the pictures.
  const mustCome = value.kind === 'ATTENDED' || application.attendedCheck !== null;
  return (
    <div className="panel" data-testid="appointment">
      <h2>{t('cases.appointment.title')}</h2>
      <p className="hearing-line" data-testid="appointment-code">
        {value.code}
      </p>
      <p>{mustCome ? t('cases.appointment.must') : t('cases.appointment.may')}</p>
    </div>
  );
}
