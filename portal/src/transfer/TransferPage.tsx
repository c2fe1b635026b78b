import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredLine } from '../api/holder';
import { absoluteTime } from '../i18n/time';
import { useLinkSecret } from '../ui/linkSecret';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { tabSecret } from '../ui/tabSecret';
import { useFetched } from '../ui/useFetched';
import { Accept } from './Accept';

const kept = tabSecret('namesake.transfer');

/** `/transfer#token`: for whoever is to hold a line that somebody offers them. */
export default function TransferPage() {
  const { t } = useTranslation();
  const token = useLinkSecret(kept);
  if (token === null) {
    return (
      <section className="narrow" data-testid="transfer-missing">
        <PageTitle name={t('transfer.page.title')}>{t('transfer.page.title')}</PageTitle>
        <p>{t('transfer.page.missing')}</p>
      </section>
    );
  }
  return <OfferOf key={token} token={token} />;
}

function OfferOf({ token }: { token: string }) {
  const { t, i18n } = useTranslation();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => offeredLine(token, signal), [token]),
  );
  return (
    <section className="my-lines" data-testid="transfer">
      <PageTitle name={t('transfer.page.title')}>{t('transfer.page.title')}</PageTitle>
      {value === null && problem === null && <Spinner>{t('transfer.page.loading')}</Spinner>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value !== null && (
        <>
          <p className="hearing-line">{value.line}</p>
          <p>
            {t(`service.${value.service}`)} · {value.operator}
          </p>
          <p>{t(`transfer.kind.${value.kind}`)}</p>
          {value.state === 'OFFERED' ? (
            <>
              <p className="lead">{t('transfer.page.accountable')}</p>
              <p>{t('transfer.page.until', { time: absoluteTime(value.expiresAt, i18n.language) })}</p>
              <Accept token={token} />
            </>
          ) : (
            <p data-testid="transfer-closed">{t(`transfer.state.${value.state}`)}</p>
          )}
        </>
      )}
    </section>
  );
}
