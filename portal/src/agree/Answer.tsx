import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolderApi } from '../api/holder';
import { scopeText } from '../mylines/scopeText';
import { Choices } from '../ui/Choices';
import { PageTitle } from '../ui/PageTitle';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { goTo, waitingRequest } from './request';

interface Props {
  api: HolderApi;
  handle: string;
}

/** Who asks, what for, about which line; and the two answers, neither of which is made the easier one. */
export function Answer({ api, handle }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => {
        const [asked, mine] = await Promise.all([api.authorization(handle, signal), api.lines(signal)]);
        const lines = mine.lines.filter(
          ({ operator, organisationId, service }) =>
            operator === asked.operator && organisationId === null && service !== 'INTERNET',
        );
        return { asked, lines };
      },
      [api, handle],
    ),
  );
  const leave = (address: string) => {
    waitingRequest.forget();
    goTo(address);
  };
  const grant = useAction(async (signal, lineId: string) =>
    leave((await api.grantAuthorization(handle, lineId, signal)).location),
  );
  const refuse = useAction(async (signal) => leave((await api.refuseAuthorization(handle, signal)).location));
  const title = <PageTitle name={t('agree.title')}>{t('agree.title')}</PageTitle>;

  if (value === null) {
    return (
      <section className="narrow">
        {title}
        {problem === null ? (
          <Spinner>{t('agree.loading')}</Spinner>
        ) : problem.code === 'consent-unknown' ? (
          <p data-testid="agree-over">{t('agree.failed.text')}</p>
        ) : (
          <ProblemNotice problem={problem} retry={refresh} />
        )}
      </section>
    );
  }
  const { asked, lines } = value;
  const numbers = lines.map(({ line }) => line);
  const chosen = picked ?? (numbers.length === 1 ? (numbers[0] ?? null) : null);
  const lineId = lines.find(({ line }) => line === chosen)?.id;
  const running = grant.running || refuse.running;
  return (
    <section className="narrow" data-testid="agree">
      {title}
      <p className="lead">
        {t('agree.asks', { client: asked.client })} {t(`disclosures.purpose.${asked.purpose}`)}
      </p>
      <h2>{t('agree.what')}</h2>
      <ul data-testid="agree-scopes">
        {asked.scopes.map((scope) => (
          <li key={scope}>{t(scopeText(scope))}</li>
        ))}
      </ul>
      {numbers.length === 0 ? (
        <p data-testid="agree-no-line">{t('agree.noLine', { operator: asked.operator })}</p>
      ) : (
        <Choices
          legend={t('agree.which')}
          options={numbers}
          chosen={chosen}
          onChoose={setPicked}
          testId="agree-line"
        >
          {(line) => line}
        </Choices>
      )}
      <p className="quiet">{t('agree.ends')}</p>
      <ActionNotice action={grant} />
      <ActionNotice action={refuse} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={running}
          onClick={() => void refuse.run()}
          data-testid="agree-refuse"
        >
          {t('agree.refuse')}
        </button>
        <button
          type="button"
          className="button"
          disabled={running || lineId === undefined}
          onClick={() => lineId !== undefined && void grant.run(lineId)}
          data-testid="agree-grant"
        >
          {t('agree.grant')}
        </button>
      </div>
    </section>
  );
}
