import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CampaignsApi } from '../api/campaigns';
import type { OperatorApi } from '../api/operator';
import type { OperatorCasesApi } from '../api/operatorCases';
import { DeskTabs, useDeskTab } from '../ui/DeskTabs';
import { Campaigns } from './campaigns/Campaigns';
import { Letters } from './cases/Letters';
import { Remediations } from './cases/Remediations';
import { Transfers } from './cases/Transfers';
import { OperatorDisputes } from './OperatorDisputes';
import { Staff } from './Staff';
import { Today } from './Today';
import { Webhooks } from './Webhooks';

/** What the desk asks, all with the operator's key. */
export interface DeskApis {
  operator: OperatorApi;
  cases: OperatorCasesApi;
  campaigns: CampaignsApi;
}

const parts = ['today', 'cases', 'letters', 'campaigns', 'transfers', 'people', 'webhooks'] as const;

export function Desk({ apis }: { apis: DeskApis }) {
  const { t } = useTranslation();
  const [part, choose] = useDeskTab(parts);
  return (
    <>
      <DeskTabs
        label={t('desk.parts')}
        tabs={parts}
        chosen={part}
        onChoose={choose}
        name={(one) => t(`desk.part.${one}`)}
        testId="operator-tab"
      />
      {part === 'today' && <Today api={apis.operator} />}
      {part === 'cases' && (
        <div className="desk desk-even">
          <Remediations api={apis.cases} />
          <OperatorDisputes api={apis.operator} />
        </div>
      )}
      {part === 'letters' && <Letters api={apis.cases} />}
      {part === 'campaigns' && <Campaigns api={apis.campaigns} />}
      {part === 'transfers' && <Transfers api={apis.cases} />}
      {part === 'people' && <Staff api={apis.operator} />}
      {part === 'webhooks' && <Webhooks api={apis.operator} />}
      <p className="no-print">
        <Link to="/transparency" data-testid="numbers-link">
          {t('privacy.transparency.title')}
        </Link>{' '}
        ·{' '}
        <Link to="/audit" data-testid="audit-link">
          {t('audit.title')}
        </Link>
      </p>
    </>
  );
}
