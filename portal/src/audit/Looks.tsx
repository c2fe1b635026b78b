import { useCallback, useMemo, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditApi } from '../api/audit';
import { Field } from '../ui/Field';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { useFetched } from '../ui/useFetched';
import { LooksFrom } from './LooksFrom';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who looked at which case, when and why. It shows that somebody looked, and never what they saw. */
export function Looks({ token }: { token: string }) {
  const { t } = useTranslation();
  const api = useMemo(() => new AuditApi(token), [token]);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [caseId, setCaseId] = useState<string | null>(null);
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => ({ caseId, page: await api.looks(caseId, null, signal) }),
      [api, caseId],
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = text.trim();
    setWrong(wanted !== '' && !uuid.test(wanted));
    if (wanted === '' || uuid.test(wanted)) {
      setCaseId(wanted === '' ? null : wanted);
      refresh();
    }
  };
  return (
    <section className="panel" aria-labelledby="looks-title" data-testid="looks">
      <h2 id="looks-title">{t('audit.looks.title')}</h2>
      <p className="quiet">{t('audit.looks.text')}</p>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('audit.looks.case')}
          hint={t('audit.looks.caseHint')}
          value={text}
          onValue={setText}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          error={wrong ? t('audit.looks.wrong') : undefined}
          data-testid="looks-case"
        />
        <div className="buttons">
          <button type="submit" className="button button-small" data-testid="looks-show">
            {t('audit.looks.show')}
          </button>
        </div>
      </form>
      {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
      {value === null && problem === null && <Spinner>{t('audit.looks.loading')}</Spinner>}
      {value !== null && (
        <LooksFrom key={firstOf(value.page)} api={api} caseId={value.caseId} first={value.page} />
      )}
    </section>
  );
}

/** Another first page begins the list anew. */
function firstOf({ looks, next }: { looks: { caseId: string; at: string }[]; next: string | null }): string {
  return `${looks.length} ${looks[0]?.caseId} ${looks[0]?.at} ${next}`;
}
