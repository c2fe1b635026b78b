import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditApi } from '../api/audit';
import { saveFile } from '../privacy/saveFile';
import { Choices } from '../ui/Choices';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';

const kinds = ['entry', 'grown'] as const;
type Kind = (typeof kinds)[number];

/** A proof to take away: that an entry is in the log, or that the log begins with one that was kept. */
export function GetProof({ api }: { api: AuditApi }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('entry');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [got, setGot] = useState(false);
  const fetching = useAction(async (signal, number: number) => {
    setGot(false);
    const proof =
      kind === 'entry' ? await api.inclusion(number, signal) : await api.consistency(number, signal);
    saveFile(new Blob([proof], { type: 'application/json' }), `proof-${kind}-${number}.json`);
    setGot(true);
  });
  const number = /^[1-9]\d{0,14}$/.test(text.trim()) ? Number(text.trim()) : null;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (number !== null) {
      void fetching.run(number);
    }
  };
  return (
    <form className="panel" onSubmit={submit} noValidate data-testid="audit-proof">
      <h2>{t('audit.proof.title')}</h2>
      <Choices
        legend={t('audit.proof.of')}
        options={kinds}
        chosen={kind}
        onChoose={setKind}
        testId="proof-kind"
      >
        {(one) => t(`audit.proof.kind.${one}`)}
      </Choices>
      <Field
        label={t(`audit.proof.number.${kind}`)}
        value={text}
        onValue={setText}
        inputMode="numeric"
        autoComplete="off"
        error={tried && number === null ? t('audit.proof.wrong') : undefined}
        data-testid="proof-number"
      />
      <ActionNotice action={fetching} />
      <p role="status">{got && t('audit.proof.got')}</p>
      <div className="buttons">
        <button type="submit" className="button" disabled={fetching.running} data-testid="proof-get">
          {t('audit.proof.get')}
        </button>
      </div>
    </form>
  );
}
