import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appealNotice } from '../api/notice';
import type { LinkedNotice } from '../api/types';
import { LongField } from '../ui/LongField';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

interface Props {
  token: string;
  onDone: (notice: LinkedNotice, said: string) => void;
}

/** An appeal in the person's own words; it stops the clock. */
export function Appeal({ token, onDone }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAction(async (signal) =>
    onDone(await appealNotice(token, words.trim(), signal), t('notice.appealed')),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (words.trim() !== '') {
      void send.run();
    }
  };
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <h2>{t('notice.appeal')}</h2>
      <p>{t('notice.appealText')}</p>
      <LongField
        label={t('notice.words')}
        hint={t('notice.wordsHint')}
        value={words}
        onValue={setWords}
        longest={2000}
        error={tried && words.trim() === '' ? t('notice.wordsRequired') : undefined}
        data-testid="notice-words"
      />
      <ActionNotice action={send} />
      <div className="buttons">
        <button type="submit" className="button" disabled={send.running} data-testid="notice-appeal">
          {t('notice.appealSend')}
        </button>
      </div>
    </form>
  );
}
