import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { SeedTruth } from '../../api/types';
import { Choices } from '../../ui/Choices';
import { Done } from '../../ui/Done';
import { Field } from '../../ui/Field';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';

const truths: readonly SeedTruth[] = ['SAME_PERSON', 'ANOTHER_PERSON', 'FIELDS_CHANGED'];
const most = 20;

/** Puts cases of known outcome into the queue, by which it shows how far reviewers agree. */
export function Seeds({ api }: { api: ReviewsApi }) {
  const { t } = useTranslation();
  const [truth, setTruth] = useState<SeedTruth>('SAME_PERSON');
  const [count, setCount] = useState('5');
  const [said, setSaid] = useState(false);
  const seed = useAction(async (signal, number: number) => {
    setSaid(false);
    await api.seed(number, truth, signal);
    setSaid(true);
  });
  const number = /^\d{1,2}$/.test(count.trim()) ? Number(count.trim()) : 0;
  const valid = number >= 1 && number <= most;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (valid) {
      void seed.run(number);
    }
  };
  return (
    <form className="panel" onSubmit={submit} noValidate data-testid="seeds">
      <h2>{t('training.seeds.title')}</h2>
      <p className="quiet">{t('training.seeds.text')}</p>
      {said && <Done>{t('training.seeds.done')}</Done>}
      <Choices
        legend={t('training.seeds.truth')}
        options={truths}
        chosen={truth}
        onChoose={setTruth}
        testId="seed-truth"
      >
        {(one) => t(`training.truth.${one}`)}
      </Choices>
      <Field
        label={t('training.seeds.count')}
        value={count}
        onValue={setCount}
        inputMode="numeric"
        autoComplete="off"
        error={valid ? undefined : t('training.seeds.countWrong', { most })}
        data-testid="seed-count"
      />
      <ActionNotice action={seed} />
      <div className="buttons">
        <button type="submit" className="button" disabled={seed.running} data-testid="seed-submit">
          {t('training.seeds.submit')}
        </button>
      </div>
    </form>
  );
}
