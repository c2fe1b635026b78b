import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { transparency, transparencyTable } from '../api/privacy';
import { operatorKey } from '../operator/key';
import { staffToken } from '../staff/token';
import { PageTitle } from '../ui/PageTitle';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { useTabSecret } from '../ui/useTabSecret';
import { DecisionChart } from './DecisionChart';
import { DecisionTable } from './DecisionTable';
import { lastMonths } from './months';
import { saveFile } from './saveFile';

/** `/transparency`: what was decided, in numbers that can be published. For whoever is signed in on another page of this tab. */
export default function TransparencyPage() {
  const { t } = useTranslation();
  const operator = useTabSecret(operatorKey);
  const staff = useTabSecret(staffToken);
  const token = operator.given ?? staff.given;
  return (
    <section data-testid="transparency">
      <PageTitle name={t('privacy.transparency.title')}>{t('privacy.transparency.title')}</PageTitle>
      <p className="lead">{t('privacy.transparency.lead')}</p>
      {token === null ? (
        <SignInFirst ended={(operator.rejected ?? staff.rejected) !== null} />
      ) : (
        <Numbers token={token} />
      )}
    </section>
  );
}

function SignInFirst({ ended }: { ended: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="panel" data-testid="transparency-sign-in">
      {ended && (
        <p role="status" data-testid="session-ended">
          {t('signIn.ended')}
        </p>
      )}
      <p>{t('privacy.transparency.signIn')}</p>
      <div className="buttons">
        <Link className="button" to="/operator">
          {t('home.operator.link')}
        </Link>
        <Link className="button" to="/staff">
          {t('home.operator.staff')}
        </Link>
      </div>
    </div>
  );
}

function Numbers({ token }: { token: string }) {
  const { t } = useTranslation();
  const [{ from, to }] = useState(() => lastMonths(new Date(), 12));
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => transparency(token, from, to, signal), [token, from, to]),
  );
  const table = useAction(async (signal) =>
    saveFile(await transparencyTable(token, from, to, signal), `decisions-${from}-${to}.csv`),
  );
  if (value === null) {
    return problem === null ? (
      <Spinner>{t('privacy.transparency.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  if (value.length === 0) {
    return <p data-testid="transparency-empty">{t('privacy.transparency.empty')}</p>;
  }
  return (
    <>
      <DecisionChart months={value} />
      <DecisionTable months={value} />
      <ActionNotice action={table} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={table.running}
          onClick={() => void table.run()}
          data-testid="transparency-csv"
        >
          {t('privacy.transparency.csv')}
        </button>
      </div>
    </>
  );
}
