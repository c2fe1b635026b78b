import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ReviewsApi } from '../api/reviews';
import { StaffApi } from '../api/staff';
import { StaffCasesApi } from '../api/staffCases';
import { DeskFrame } from '../ui/DeskFrame';
import { SecretForm } from '../ui/SecretForm';
import { StaffDesk, type DeskApis } from './StaffDesk';
import { staffToken } from './token';

/** `/staff`: what an operator's people do, each with a token and roles of their own. */
export default function StaffPage() {
  const { t } = useTranslation();
  return (
    <DeskFrame
      title={t('staff.title')}
      lead={t('staff.lead')}
      secret={staffToken}
      testId="staff"
      signIn={(rejected, onSecret) => (
        <SecretForm
          title={t('staff.signIn.title')}
          text={t('staff.signIn.text')}
          label={t('staff.signIn.token')}
          submit={t('staff.signIn.submit')}
          wrong={rejected ? t('staff.signIn.wrong') : undefined}
          onSecret={onSecret}
        />
      )}
    >
      {(token, reject) => <SignedIn token={token} reject={reject} />}
    </DeskFrame>
  );
}

function SignedIn({ token, reject }: { token: string; reject: () => void }) {
  const apis = useMemo<DeskApis>(
    () => ({
      staff: new StaffApi(token),
      reviews: new ReviewsApi(token),
      cases: new StaffCasesApi(token),
    }),
    [token],
  );
  return <StaffDesk apis={apis} reject={reject} />;
}
