import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CampaignsApi } from '../api/campaigns';
import { OperatorApi } from '../api/operator';
import { OperatorCasesApi } from '../api/operatorCases';
import { DeskFrame } from '../ui/DeskFrame';
import { Desk, type DeskApis } from './Desk';
import { operatorKey } from './key';
import { SignIn } from './SignIn';

/** `/operator`: what happens to the operator's applications and lines. It has no names and no pictures to show. */
export default function OperatorPage() {
  const { t } = useTranslation();
  return (
    <DeskFrame
      title={t('operator.title')}
      lead={t('operator.lead')}
      secret={operatorKey}
      testId="operator"
      signIn={(rejected, onSecret) => <SignIn rejected={rejected !== null} onKey={onSecret} />}
    >
      {(key) => <SignedIn secret={key} />}
    </DeskFrame>
  );
}

function SignedIn({ secret }: { secret: string }) {
  const apis = useMemo<DeskApis>(
    () => ({
      operator: new OperatorApi(secret),
      cases: new OperatorCasesApi(secret),
      campaigns: new CampaignsApi(secret),
    }),
    [secret],
  );
  return <Desk apis={apis} />;
}
