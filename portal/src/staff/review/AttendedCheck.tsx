import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewsApi } from '../../api/reviews';
import type { ReviewCase, ReviewCode } from '../../api/types';
import { Done } from '../../ui/Done';
import { Field } from '../../ui/Field';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';
import { AttestationForm } from './AttestationForm';
import { CaseHead } from './CaseHead';
import { Finding } from './Finding';

/** What an agent finds who cannot attest. */
const otherwise: readonly ReviewCode[] = [
  'PERSON_DIFFERS',
  'DOCUMENT_NOT_GENUINE',
  'DOCUMENT_EXPIRED',
  'DOCUMENT_IS_SPECIMEN',
  'LINE_HELD_BY_ANOTHER',
];

/** The other way, for whoever comes: their code opens the case, a person looks, and no face is scanned. */
export function AttendedCheck({ api }: { api: ReviewsApi }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [atHand, setAtHand] = useState<ReviewCase | null>(null);
  const [done, setDone] = useState(false);
  const open = useAction(async (signal) => {
    setDone(false);
    setAtHand(await api.byCode(code.trim(), signal));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') {
      void open.run();
    }
  };
  const close = (decided: boolean) => {
    setAtHand(null);
    setCode('');
    setTried(false);
    setDone(decided);
  };
  if (atHand !== null) {
    const { id } = atHand;
    return (
      <section className="panel case" aria-labelledby="case-title" data-testid="attended-case">
        <CaseHead api={api} given={atHand} onLocked={setAtHand} onClose={() => close(false)} />
        <AttestationForm
          attest={(given, signal) => api.attest(id, given, signal)}
          onDone={() => close(true)}
        />
        <details>
          <summary data-testid="attended-otherwise">{t('cases.attended.otherwise')}</summary>
          <Finding
            codes={otherwise}
            decide={(found, signal) => api.decide(id, found, signal)}
            onDone={() => close(true)}
          />
        </details>
      </section>
    );
  }
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <h2>{t('cases.attended.title')}</h2>
      <p>{t('cases.attended.text')}</p>
      {done && <Done>{t('cases.case.decided')}</Done>}
      <Field
        label={t('cases.attended.code')}
        hint={t('cases.attended.codeHint')}
        value={code}
        onValue={setCode}
        error={tried && code.trim() === '' ? t('cases.attended.codeRequired') : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        data-testid="attended-code"
      />
      <ActionNotice action={open} />
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={open.running}
          data-testid="attended-open"
        >
          {t('cases.attended.open')}
        </button>
      </div>
    </form>
  );
}
