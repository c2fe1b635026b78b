import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Remediation } from '../api/types';
import { Time } from './Time';

interface Props {
  remediations: readonly Remediation[];
  /** What can be done with one. */
  children: (remediation: Remediation) => ReactNode;
}

/** Doubted lines without anybody's name, for the operator and its people. */
export function RemediationRows({ remediations, children }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="rows">
      {remediations.map((one) => (
        <li
          key={`${one.id} ${one.phase}`}
          className="row"
          data-testid="remediation-row"
          data-line={one.line}
          data-phase={one.phase}
        >
          <span className="row-name">
            <span>
              <strong>{one.line}</strong>
              <small>{t(`remediation.doubt.${one.doubt}`)}</small>
            </span>
          </span>
          <span className="chip" data-state={one.phase}>
            {t(`remediation.phase.${one.phase}`)}
          </span>
          <span className="row-more">
            <span>
              {t('remediation.opened')} <Time at={one.openedAt} />
            </span>
            {one.nextStepAt !== null && (
              <span>
                {t('remediation.next')} <Time at={one.nextStepAt} />
              </span>
            )}
          </span>
          <span className="row-do">{children(one)}</span>
        </li>
      ))}
    </ul>
  );
}
