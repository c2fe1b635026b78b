import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolderApi } from '../api/holder';
import { MyData } from '../privacy/MyData';
import { Done } from '../ui/Done';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { Time } from '../ui/Time';
import { useFetched } from '../ui/useFetched';
import { Disclosures } from './Disclosures';
import { DisputeCard } from './DisputeCard';
import { EndedLine } from './EndedLine';
import { LeaveButton } from './LeaveButton';
import { LineCard } from './LineCard';
import { OrganisationLines } from './OrganisationLines';
import { Organisations } from './Organisations';
import { Passkeys } from './Passkeys';
import { TransferCard } from './TransferCard';
import { VisitContext } from './VisitContext';

interface Props {
  token: string;
  api: HolderApi;
  onLeft: () => void;
}

/** Lines, what was ended, and what is being looked into. It is asked for once, not again and again: only use keeps a visit open. */
export function MyLinesVisit({ token, api, onLeft }: Props) {
  const { t, i18n } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const { language } = i18n;
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => {
        const [mine, disputes, transfers, organisations] = await Promise.all([
          api.lines(signal),
          api.disputes(signal),
          api.transfers(signal),
          api.organisations(signal),
        ]);
        return { ...mine, disputes, transfers, organisations, language };
      },
      // Disputes, transfers and organisations come in the language of the page.
      [api, language],
    ),
  );
  const changed = useCallback(
    (words: string) => {
      setSaid(words);
      refresh();
    },
    [refresh],
  );

  if (value === null) {
    return (
      <section className="my-lines">
        <PageTitle name={t('myLines.title')}>{t('myLines.title')}</PageTitle>
        {problem === null ? (
          <Spinner>{t('myLines.loading')}</Spinner>
        ) : (
          <ProblemNotice problem={problem} retry={refresh} />
        )}
      </section>
    );
  }
  const own = value.lines.filter(({ organisationId }) => organisationId === null);
  return (
    <VisitContext value={{ api, changed }}>
      <section className="my-lines" data-testid="my-lines">
        <header className="operator-head">
          <div>
            <PageTitle name={t('myLines.title')}>{t('myLines.title')}</PageTitle>
            <p className="quiet">
              {t('myLines.verified')} <Time at={value.verifiedAt} />
            </p>
          </div>
          <LeaveButton onLeft={onLeft} />
        </header>
        {said !== null && <Done key={said}>{said}</Done>}
        {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
        {own.length === 0 ? (
          <div className="panel" data-testid="my-lines-empty">
            <h2>{t('myLines.empty.title')}</h2>
            <p>{t('myLines.empty.text')}</p>
          </div>
        ) : (
          <>
            <h2>{t('myLines.lines')}</h2>
            <ul className="cards">
              {own.map((line) => (
                <LineCard key={line.id} line={line} />
              ))}
            </ul>
          </>
        )}
        <OrganisationLines organisations={value.organisations} lines={value.lines} />
        {value.ended.length > 0 && (
          <>
            <h2>{t('myLines.ending.title')}</h2>
            <ul className="cards">
              {value.ended.map((one) => (
                <EndedLine key={one.endingId} ended={one} />
              ))}
            </ul>
          </>
        )}
        {value.disputes.length > 0 && (
          <>
            <h2>{t('myLines.disputes.title')}</h2>
            <ul className="cards">
              {value.disputes.map((dispute) => (
                <DisputeCard
                  key={dispute.id}
                  dispute={dispute}
                  line={value.lines.find(({ id }) => id === dispute.lineId)?.line ?? null}
                />
              ))}
            </ul>
          </>
        )}
        {value.transfers.length > 0 && (
          <>
            <h2>{t('transfer.list')}</h2>
            <ul className="cards">
              {value.transfers.map((transfer) => (
                <TransferCard key={transfer.id} transfer={transfer} />
              ))}
            </ul>
          </>
        )}
        <Disclosures />
        <Organisations list={value.organisations} />
        <Passkeys />
        <MyData token={token} />
      </section>
    </VisitContext>
  );
}
