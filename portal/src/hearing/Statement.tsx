import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../api/hearing';
import { absoluteTime } from '../i18n/time';
import { LongField } from '../ui/LongField';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

/** What the server takes, in characters. */
const longest = 2000;

interface Props {
  token: string;
  until: string;
  onSent: () => void;
}

/** How somebody came by a line, in their own words, sent once. */
export function Statement({ token, until, onSent }: Props) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAction(async (signal) => {
    await say(token, words.trim(), signal);
    onSent();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (words.trim() !== '') {
      void send.run();
    }
  };
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <LongField
        label={t('hearing.words')}
        hint={t('hearing.wordsHint')}
        value={words}
        onValue={setWords}
        longest={longest}
        error={tried && words.trim() === '' ? t('hearing.required') : undefined}
        data-testid="hearing-words"
      />
      <p className="quiet">
        {t('hearing.once')} {t('hearing.until', { time: absoluteTime(until, i18n.language) })}
      </p>
      <ActionNotice action={send} />
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={send.running}
          data-testid="hearing-send"
        >
          {send.running ? t('hearing.sending') : t('hearing.send')}
        </button>
      </div>
    </form>
  );
}
