import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewAgreement } from '../../api/types';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { deskRestMillis, usePolling } from '../../ui/usePolling';

const queueMillis = 10_000;

/** How much waits, what is late, and how far decisions agree. Nothing in it is about a person. */
export function QueueNumbers({ api }: { api: ReviewsApi }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = usePolling(
    useCallback(
      async (signal: AbortSignal) => {
        const [queue, agreement] = await Promise.all([api.queue(signal), api.agreement(signal)]);
        return { queue, agreement };
      },
      [api],
    ),
    queueMillis,
    { restMillis: deskRestMillis },
  );
  if (value === null) {
    return problem === null ? (
      <Spinner>{t('cases.queue.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  const counts = ['open', 'locked', 'overdue', 'attended', 'awaitingSecond', 'disputed'] as const;
  return (
    <section className="panel" aria-labelledby="queue-title" data-testid="review-queue">
      <h2 id="queue-title">{t('cases.queue.title')}</h2>
      <dl className="facts">
        {counts.map((name) => (
          <div key={name} data-testid={`queue-${name}`}>
            <dt>{t(`cases.queue.${name}`)}</dt>
            <dd>
              <strong className="number">{value.queue[name] ?? 0}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('cases.queue.agreement')}</h3>
      <dl className="facts">
        <Figures name={t('cases.queue.among')} figures={value.agreement.amongReviewers} />
        <Figures name={t('cases.queue.truth')} figures={value.agreement.withTruth} />
      </dl>
    </section>
  );
}

function Figures({ name, figures }: { name: string; figures: ReviewAgreement['withTruth'] }) {
  const { t } = useTranslation();
  const { alike, cases, share } = figures;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {cases === 0 ? t('cases.queue.none') : t('cases.queue.share', { alike, cases })}
        {share !== null && (
          <span className="quiet">
            {percent(share.value)} ({percent(share.low)} – {percent(share.high)})
          </span>
        )}
      </dd>
    </div>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
