import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyLine, MyLineMatter } from '../api/types';
import { en } from '../i18n/en';
import { ClockIcon } from '../ui/icons';
import { Time } from '../ui/Time';

/** What is known of a line, in plain words. */
export function LineFacts({ line }: { line: MyLine }) {
  const { t } = useTranslation();
  const ofOrganisation = line.organisationId !== null;
  return (
    <>
      {line.underWay.map((matter) => (
        <Matter key={matter.caseId} matter={matter} />
      ))}
      <dl className="facts">
        <Fact name={t('myLines.operator')}>{line.operator}</Fact>
        {ofOrganisation ? (
          <Fact name={t('organisations.lines.since')}>
            <Time at={line.since} />
          </Fact>
        ) : (
          <Fact name={t('myLines.since')}>
            <Time at={line.since} /> <span className="quiet">{t(`myLines.cause.${line.cause}`)}</span>
          </Fact>
        )}
        <Fact name={t('myLines.verifiedFor')}>
          {line.verifiedAt === null ? t('myLines.neverVerified') : <Time at={line.verifiedAt} />}
        </Fact>
        <Fact name={t('myLines.user')}>
          {line.user?.label ?? (ofOrganisation ? t('organisations.lines.nobody') : t('myLines.me'))}
        </Fact>
        {line.limits.length > 0 && (
          <Fact name={t('myLines.limits')}>
            <ul className="plain-list" data-testid="my-line-limits">
              {line.limits.map((limit) => (
                <li key={limit}>{t(`myLines.limit.${limit}`)}</li>
              ))}
            </ul>
            <span className="quiet">{t('myLines.always')}</span>
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Something under way. A kind that is newer than this page is told in general words. */
function Matter({ matter }: { matter: MyLineMatter }) {
  const { t } = useTranslation();
  const kind = (Object.hasOwn(en.myLines.matter, matter.kind) ? matter.kind : 'other') as 'other';
  return (
    <div className="notice" data-testid="my-line-matter" data-kind={matter.kind}>
      <ClockIcon />
      <div>
        <strong>{t('myLines.underWay')}</strong>
        <p>{t(`myLines.matter.${kind}`)}</p>
        {matter.nextStepAt !== null && (
          <p>
            {t('myLines.next')} <Time at={matter.nextStepAt} />
          </p>
        )}
      </div>
    </div>
  );
}
