import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { hearing } from '../api/hearing';
import { useLinkSecret } from '../ui/linkSecret';
import { PageTitle } from '../ui/PageTitle';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { tabSecret } from '../ui/tabSecret';
import { useFetched } from '../ui/useFetched';
import { LinkMissing } from './LinkMissing';
import { Statement } from './Statement';

const kept = tabSecret('namesake.hearing');

/** `/hearing#token`: for whoever uses a line whose registration is being looked into. */
export default function HearingPage() {
  const token = useLinkSecret(kept);
  return token === null ? <LinkMissing /> : <HearingOf key={token} token={token} />;
}

function HearingOf({ token }: { token: string }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => ({ ...(await hearing(token, signal)), language }),
      [token, language],
    ),
  );
  if (value === null) {
    return (
      <section className="narrow hearing">
        {problem === null ? (
          <Spinner>{t('hearing.loading')}</Spinner>
        ) : (
          <>
            <PageTitle name={t('hearing.title')}>{t('hearing.title')}</PageTitle>
            <ProblemNotice problem={problem} retry={refresh} />
          </>
        )}
      </section>
    );
  }
  if (value.statedAt !== null || !value.open) {
    const how = value.statedAt === null ? 'closed' : 'thanks';
    return (
      <section className="narrow hearing" data-testid={`hearing-${how}`} key={how}>
        <PageTitle name={t(`hearing.${how}.title`)}>{t(`hearing.${how}.title`)}</PageTitle>
        <p>{t(`hearing.${how}.text`)}</p>
      </section>
    );
  }
  return (
    <section className="hearing" data-testid="hearing">
      <PageTitle name={t('hearing.title')}>{t('hearing.title')}</PageTitle>
      <p className="hearing-line">{value.line}</p>
      <p className="lead">{value.explanation.explanation}</p>
      <p>{value.explanation.nextStep}</p>
      <Statement token={token} until={value.until} onSent={refresh} />
    </section>
  );
}
