import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { operatorKey } from '../operator/key';
import { staffToken } from '../staff/token';
import { PageTitle } from '../ui/PageTitle';
import { useTabSecret } from '../ui/useTabSecret';
import { CheckFile } from './CheckFile';
import { ForStaff } from './ForStaff';
import { SignedLog } from './SignedLog';

/**
 * `/audit`: what was signed of the log, proofs to take away, for auditors who looked at which case, and a check of such files in this browser, for which nobody need be
 * signed in. For whoever is signed in on another page of this tab.
 */
export default function AuditPage() {
  const { t } = useTranslation();
  const { given: operator, rejected: noOperator } = useTabSecret(operatorKey);
  const { given: staff, rejected: noStaff } = useTabSecret(staffToken);
  return (
    <section className="operator" data-testid="audit">
      <PageTitle name={t('audit.title')}>{t('audit.title')}</PageTitle>
      <p className="lead">{t('audit.lead')}</p>
      {operator === null && staff === null && (
        <div className="panel" data-testid="audit-sign-in">
          {(noOperator ?? noStaff) !== null && (
            <p role="status" data-testid="session-ended">
              {t('signIn.ended')}
            </p>
          )}
          <p>{t('audit.signIn')}</p>
          <div className="buttons">
            <Link className="button" to="/operator">
              {t('home.operator.link')}
            </Link>
            <Link className="button" to="/staff">
              {t('home.operator.staff')}
            </Link>
          </div>
        </div>
      )}
      {operator !== null && <SignedLog secret={operator} />}
      {operator === null && staff !== null && <ForStaff token={staff} />}
      <CheckFile />
    </section>
  );
}
