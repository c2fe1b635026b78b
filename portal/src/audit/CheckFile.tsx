import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LongField } from '../ui/LongField';
import { ProgressBar } from '../ui/ProgressBar';
import { VerdictOfFile } from './VerdictOfFile';
import { verifierKeys, type VerifierKey } from './note';
import { verify, type Verdict } from './verify';

/** A proof or an export, checked here and now: the file does not leave this device. */
export function CheckFile() {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [keys, setKeys] = useState('');
  const [wrong, setWrong] = useState<'file' | 'key' | 'browser' | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const underWay = useRef<AbortController | null>(null);
  const check = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    setVerdict(null);
    setWrong(file === null ? 'file' : null);
    if (file === null) {
      return;
    }
    const known = await keysOf(keys);
    if (typeof known === 'string') {
      setWrong(known);
      return;
    }
    setShare(0);
    try {
      setVerdict(await verify(file, known, setShare, controller.signal));
    } catch (thrown) {
      if (!controller.signal.aborted) {
        throw thrown;
      }
    } finally {
      setShare(null);
    }
  };
  const percent = Math.floor((share ?? 0) * 100);
  return (
    <form className="panel" onSubmit={(event) => void check(event)} noValidate data-testid="audit-check">
      <h2>{t('audit.check.title')}</h2>
      <p className="quiet">{t('audit.check.text')}</p>
      <div className="field">
        <label htmlFor={id}>{t('audit.check.file')}</label>
        <input
          id={id}
          type="file"
          accept=".json,.jsonl,.txt"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          aria-invalid={wrong === 'file'}
          aria-describedby={wrong === 'file' ? `${id}-error` : undefined}
          data-testid="audit-file"
        />
        {wrong === 'file' && (
          <p className="field-error" id={`${id}-error`}>
            {t('audit.check.noFile')}
          </p>
        )}
      </div>
      <LongField
        label={t('audit.check.key')}
        hint={t('audit.check.keyHint')}
        value={keys}
        onValue={setKeys}
        rows={2}
        longest={4000}
        error={wrong === 'key' || wrong === 'browser' ? t(`audit.check.wrong.${wrong}`) : undefined}
        data-testid="audit-check-key"
      />
      {share !== null && (
        <ProgressBar
          label={t('audit.check.running')}
          value={percent}
          most={100}
          words={(percent / 100).toLocaleString(i18n.language, { style: 'percent' })}
          testId="audit-progress"
        />
      )}
      {verdict !== null && <VerdictOfFile verdict={verdict} />}
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={share !== null}
          data-testid="audit-verify"
        >
          {t('audit.check.submit')}
        </button>
      </div>
    </form>
  );
}

/** `browser`: it is too old to check signatures, or this is no secure connection. */
async function keysOf(text: string): Promise<VerifierKey[] | 'key' | 'browser'> {
  if ((globalThis.crypto as Crypto | undefined)?.subtle === undefined) {
    return 'browser';
  }
  try {
    return await verifierKeys(text);
  } catch (thrown) {
    return thrown instanceof RangeError ? 'key' : 'browser';
  }
}
