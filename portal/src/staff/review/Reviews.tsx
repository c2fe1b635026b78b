import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewCase } from '../../api/types';
import { Done } from '../../ui/Done';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';
import { CaseAtHand } from './CaseAtHand';

/** One case after the other, the most urgent first. */
export function Reviews({ api }: { api: ReviewsApi }) {
  const { t } = useTranslation();
  const [atHand, setAtHand] = useState<ReviewCase | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const take = useAction(
    async (signal) => {
      setSaid(null);
      setAtHand(await api.next(signal));
    },
    (problem) => {
      const nothing = problem.code === 'case-unknown';
      if (nothing) {
        setSaid(t('cases.next.none'));
      }
      return nothing;
    },
  );
  const close = (words: string | null) => {
    setAtHand(null);
    setSaid(words);
  };
  if (atHand !== null) {
    return (
      <CaseAtHand
        api={api}
        given={atHand}
        onClose={() => close(null)}
        onDecided={() => close(t('cases.case.decided'))}
      />
    );
  }
  return (
    <section className="panel" aria-labelledby="review-title">
      <h2 id="review-title">{t('cases.next.title')}</h2>
      <p>{t('cases.next.text')}</p>
      {said !== null && <Done>{said}</Done>}
      <ActionNotice action={take} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={take.running}
          onClick={() => void take.run()}
          data-testid="review-next"
        >
          {take.running ? t('cases.next.taking') : t('cases.next.take')}
        </button>
      </div>
    </section>
  );
}
