import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewCase } from '../../api/types';
import { known } from '../../i18n/known';
import { ActionNotice } from '../../ui/ProblemNotice';
import { Time, useNow } from '../../ui/Time';
import { useAction } from '../../ui/useAction';

interface Props {
  api: ReviewsApi;
  given: ReviewCase;
  onLocked: (renewed: ReviewCase) => void;
  onClose: () => void;
}

/** What a case is about, and for how long it is this person's alone. */
export function CaseHead({ api, given, onLocked, onClose }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const longer = useAction(async (signal) => onLocked(await api.lock(given.id, signal)));
  const release = useAction(async (signal) => {
    await api.release(given.id, signal);
    onClose();
  });
  const left = given.lockedUntil === null ? 0 : Math.ceil((Date.parse(given.lockedUntil) - now) / 60_000);
  return (
    <>
      <h2 id="case-title" ref={heading} tabIndex={-1}>
        {given.kind === 'ATTENDED' ? t('cases.case.attended') : t('cases.case.title')}
      </h2>
      <p className={left > 2 ? 'quiet' : 'field-warning'} role="timer" data-testid="review-lock">
        {left > 0 ? t('cases.case.left', { minutes: left }) : t('cases.case.over')}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('cases.case.due')}</dt>
          <dd>
            <Time at={given.dueBy} />
          </dd>
        </div>
        <div>
          <dt>{t('cases.case.why')}</dt>
          <dd>{given.reasons.map((reason) => known('reason', reason, reason)).join(' · ')}</dd>
        </div>
      </dl>
      <ActionNotice action={longer} />
      <ActionNotice action={release} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={longer.running}
          onClick={() => void longer.run()}
          data-testid="review-longer"
        >
          {t('cases.case.longer')}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={release.running}
          onClick={() => void release.run()}
          data-testid="review-release"
        >
          {t('cases.case.release')}
        </button>
      </div>
    </>
  );
}
