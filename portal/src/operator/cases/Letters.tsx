import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorCasesApi } from '../../api/operatorCases';
import type { Letter } from '../../api/types';
import { Done } from '../../ui/Done';
import { ActionNotice, ProblemNotice } from '../../ui/ProblemNotice';
import { Spinner } from '../../ui/Spinner';
import { Time } from '../../ui/Time';
import { useAction } from '../../ui/useAction';
import { usePolling } from '../../ui/usePolling';

/** How often the list is fetched anew, in milliseconds. */
const listMillis = 10_000;

/** Letters to print and post, the oldest first. That one was posted starts the clock of its case some days later. */
export function Letters({ api }: { api: OperatorCasesApi }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { value, problem, refresh } = usePolling(
    useCallback((signal: AbortSignal) => api.letters(signal), [api]),
    listMillis,
  );
  const posted = (letter: Letter) => {
    setSaid(t('letters.posted', { addressee: letter.addressee }));
    setShown(null);
    refresh();
  };
  return (
    <section className="panel" aria-labelledby="letters-title">
      <h2 id="letters-title" className="no-print">
        {t('letters.title')}
      </h2>
      <p className="quiet no-print">{t('letters.lead')}</p>
      {said !== null && <Done>{said}</Done>}
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('letters.loading')}</Spinner>}
      {value?.length === 0 && <p>{t('letters.empty')}</p>}
      <ul className="rows">
        {value?.map((letter) => (
          <li
            key={letter.id}
            className={shown === letter.id ? 'member' : 'member no-print'}
            data-testid="letter-row"
            data-letter={letter.id}
          >
            <span className="no-print">
              <strong>{letter.addressee}</strong> <Time at={letter.createdAt} />
            </span>
            <LetterActions
              api={api}
              letter={letter}
              open={shown === letter.id}
              onOpen={() => setShown(shown === letter.id ? null : letter.id)}
              onPosted={() => posted(letter)}
            />
            {shown === letter.id && (
              <article className="paper letter" lang={letter.language ?? 'mul'} data-testid="letter">
                <p>{letter.addressee}</p>
                <h3>{letter.subject}</h3>
                <p className="letter-text">{letter.text}</p>
              </article>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  api: OperatorCasesApi;
  letter: Letter;
  open: boolean;
  onOpen: () => void;
  onPosted: () => void;
}

function LetterActions({ api, letter, open, onOpen, onPosted }: Props) {
  const { t } = useTranslation();
  const post = useAction(async (signal) => {
    await api.posted(letter.id, signal);
    onPosted();
  });
  const whose = <span className="unseen"> {letter.addressee}</span>;
  return (
    <div className="no-print">
      <ActionNotice action={post} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          aria-expanded={open}
          onClick={onOpen}
          data-testid="letter-open"
        >
          {open ? t('letters.hide') : t('letters.show')}
          {whose}
        </button>
        {open && (
          <button
            type="button"
            className="button button-small"
            onClick={() => window.print()}
            data-testid="letter-print"
          >
            {t('letters.print')}
          </button>
        )}
        <button
          type="button"
          className="button button-small"
          disabled={post.running}
          onClick={() => void post.run()}
          data-testid="letter-posted"
        >
          {t('letters.wasPosted')}
          {whose}
        </button>
      </div>
    </div>
  );
}
