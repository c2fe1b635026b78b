import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffApi } from '../api/staff';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';
import { Looks } from './Looks';
import { SignedLog } from './SignedLog';

/** What the roles of somebody on the staff let them see of the log. The server asks for the role again, whatever is shown. */
export function ForStaff({ token }: { token: string }) {
  const { t } = useTranslation();
  const api = useMemo(() => new StaffApi(token), [token]);
  const {
    value: self,
    problem,
    refresh,
  } = useFetched(useCallback((signal: AbortSignal) => api.self(signal), [api]));
  if (self === null) {
    return problem === null ? (
      <Spinner>{t('audit.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  const audits = self.roles.includes('AUDITOR');
  // Whoever reviews decides without knowing who looked before them.
  const seesLooks = (audits || self.roles.includes('SUPERVISOR')) && !self.roles.includes('REVIEWER');
  return (
    <>
      {audits && <SignedLog secret={token} />}
      {seesLooks && <Looks token={token} />}
      {!audits && !seesLooks && <p className="panel">{t('audit.notYours')}</p>}
    </>
  );
}
