import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffCasesApi } from '../../api/staffCases';
import type { OrganisationEvidence, OrganisationRefusal } from '../../api/types';
import { CodeDecision } from '../../ui/CodeDecision';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { useFetched } from '../../ui/useFetched';

const evidence: readonly OrganisationEvidence[] = [
  'REGISTER_EXTRACT',
  'NOTARISED_POWER_OF_ATTORNEY',
  'BOARD_RESOLUTION',
];
const refusals: readonly OrganisationRefusal[] = [
  'NOT_IN_REGISTER',
  'REPRESENTATIVE_NOT_NAMED',
  'EXTRACT_TOO_OLD',
  'EXTRACT_MISSING',
];

interface Props {
  api: StaffCasesApi;
  id: string;
  onClose: () => void;
  onDecided: () => void;
}

/** One organisation and who says that they act for it, to compare with an extract of its register. */
export function OrganisationAtHand({ api, id, onClose, onDecided }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.organisation(id, signal), [api, id]),
  );
  const decide = (code: OrganisationEvidence | OrganisationRefusal, signal: AbortSignal) =>
    api.decideOrganisation(id, isEvidence(code) ? { evidence: code } : { refusal: code }, signal);
  return (
    <section className="panel case" aria-labelledby="case-title" data-testid="organisation-at-hand">
      <h2 id="case-title" ref={heading} tabIndex={-1}>
        {value === null ? t('organisations.staff.case') : value.name}
      </h2>
      <p className="quiet">{t('remediation.logged')}</p>
      {value === null && problem === null && <Spinner>{t('organisations.staff.loading')}</Spinner>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && (
        <>
          <dl className="facts">
            <div>
              <dt>{t('organisations.field.registrationNumber')}</dt>
              <dd>
                {value.registrationNumber} · {value.country}
              </dd>
            </div>
            <div>
              <dt>{t('organisations.staff.who')}</dt>
              <dd>
                {value.familyName} {value.givenNames}
              </dd>
            </div>
          </dl>
          <CodeDecision
            legend={t('organisations.staff.decision')}
            codes={[...evidence, ...refusals]}
            words={(code) => ({
              says: t(`organisations.found.${code}`),
              does: isEvidence(code) ? t('organisations.staff.confirms') : t('organisations.staff.refuses'),
            })}
            question={t('organisations.staff.confirmTitle', { name: value.name })}
            decide={decide}
            onDone={onDecided}
            testId="organisation"
          />
        </>
      )}
      <div className="buttons">
        <button type="button" className="button button-plain" onClick={onClose}>
          {t('staff.disputes.back')}
        </button>
      </div>
    </section>
  );
}

function isEvidence(code: OrganisationEvidence | OrganisationRefusal): code is OrganisationEvidence {
  return (evidence as readonly string[]).includes(code);
}
