import { useTranslation } from 'react-i18next';
import type { DisputeFile } from '../api/types';
import { Time } from '../ui/Time';

/** What is known about the disputed holding, and what whoever uses the line says. */
export function DisputeFacts({ file }: { file: DisputeFile }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('staff.disputes.said')}</dt>
          <dd>{t(`staff.disputes.claim.${file.dispute.claim}`)}</dd>
        </div>
        <div>
          <dt>{t('staff.disputes.due')}</dt>
          <dd>
            <Time at={file.dispute.dueAt} />
          </dd>
        </div>
        <div>
          <dt>{t('staff.disputes.began')}</dt>
          <dd>{t(`staff.disputes.cause.${file.cause}`)}</dd>
        </div>
        <div>
          <dt>{t('staff.disputes.heldFrom')}</dt>
          <dd>
            <Time at={file.heldFrom} />
          </dd>
        </div>
        <div>
          <dt>{t('staff.disputes.verified')}</dt>
          <dd>
            {file.verifiedAt === null ? t('staff.disputes.neverVerified') : <Time at={file.verifiedAt} />}
          </dd>
        </div>
      </dl>
      <h3>{t('staff.disputes.statement')}</h3>
      {file.statement === null ? (
        <p className="quiet">{t('staff.disputes.noStatement')}</p>
      ) : (
        <blockquote className="statement" data-testid="dispute-statement">
          <p>{file.statement}</p>
          {file.statedAt !== null && (
            <footer>
              <Time at={file.statedAt} />
            </footer>
          )}
        </blockquote>
      )}
    </>
  );
}
