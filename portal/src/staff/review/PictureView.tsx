import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewPicture } from '../../api/types';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { useFetched } from '../../ui/useFetched';

/** Widths that a picture can have, as multiples of its frame. */
const sizes = [1, 1.5, 2, 3, 4] as const;

interface Props {
  api: ReviewsApi;
  caseId: string;
  picture: ReviewPicture;
}

/** A picture that is made larger by buttons, and moved with the arrow keys. It lives in the page's memory only. */
export function PictureView({ api, caseId, picture }: Props) {
  const { t } = useTranslation();
  const [size, setSize] = useState(0);
  const [url, setUrl] = useState<string | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.picture(caseId, picture, signal), [api, caseId, picture]),
  );
  useEffect(() => {
    if (value === null) {
      return undefined;
    }
    const made = URL.createObjectURL(value);
    // The browser's own store of pictures is what we synchronise with.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [value]);
  const name = t(`cases.picture.${picture}`);
  return (
    <figure className="picture-view">
      <figcaption>{name}</figcaption>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {url === null && problem === null && <Spinner>{t('cases.picture.loading')}</Spinner>}
      {url !== null && (
        <>
          {/* What scrolls can be reached by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="picture-frame" role="region" tabIndex={0} aria-label={name}>
            {/* First all of it, however tall it is: half a face tells nothing. */}
            <img
              src={url}
              alt={name}
              {...(size === 0 ? { className: 'whole' } : { width: `${(sizes[size] ?? 1) * 100}%` })}
              data-testid="review-picture"
            />
          </div>
          <div className="buttons">
            <button
              type="button"
              className="button button-small"
              disabled={size === 0}
              aria-label={t('cases.picture.smaller', { name })}
              onClick={() => setSize(size - 1)}
              data-testid="picture-smaller"
            >
              −
            </button>
            <button
              type="button"
              className="button button-small"
              disabled={size === sizes.length - 1}
              aria-label={t('cases.picture.larger', { name })}
              onClick={() => setSize(size + 1)}
              data-testid="picture-larger"
            >
              +
            </button>
          </div>
        </>
      )}
    </figure>
  );
}
