import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditApi } from '../api/audit';
import { saveFile } from '../privacy/saveFile';
import { CopyButton } from '../ui/CopyButton';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { GetProof } from './GetProof';

const plain = 'text/plain;charset=utf-8';

/** What the server signed of its log, newest first, with the key to check it by. */
export function SignedLog({ secret }: { secret: string }) {
  const { t, i18n } = useTranslation();
  const api = useMemo(() => new AuditApi(secret), [secret]);
  const [signed, setSigned] = useState(false);
  const { value, problem, refresh } = useFetched(
    useCallback(
      async (signal: AbortSignal) => {
        const [key, checkpoints] = await Promise.all([api.key(signal), api.checkpoints(signal)]);
        return { key, checkpoints };
      },
      [api],
    ),
  );
  const sign = useAction(async (signal) => {
    setSigned(false);
    await api.sign(signal);
    setSigned(true);
    refresh();
  });
  if (value === null) {
    return problem === null ? (
      <Spinner>{t('audit.loading')}</Spinner>
    ) : (
      <ProblemNotice problem={problem} retry={refresh} />
    );
  }
  return (
    <div className="desk desk-even">
      <section className="panel" aria-labelledby="checkpoints-title">
        <h2 id="checkpoints-title">{t('audit.checkpoints.title')}</h2>
        <p className="quiet">{t('audit.checkpoints.text')}</p>
        <ActionNotice action={sign} />
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            disabled={sign.running}
            onClick={() => void sign.run()}
            data-testid="audit-sign"
          >
            {t('audit.checkpoints.sign')}
          </button>
        </div>
        <p role="status">{signed && t('audit.checkpoints.signed')}</p>
        {value.checkpoints.length === 0 && <p>{t('audit.checkpoints.empty')}</p>}
        <ul className="rows">
          {value.checkpoints.map((one) => (
            <li key={one.size} className="row" data-testid="checkpoint" data-size={one.size}>
              <span>
                {t('audit.checkpoints.size', { entries: one.size.toLocaleString(i18n.language) })}
                <small className="root">{one.root}</small>
              </span>
              <button
                type="button"
                className="button button-small"
                onClick={() =>
                  saveFile(new Blob([one.checkpoint], { type: plain }), `checkpoint-${one.size}.txt`)
                }
                data-testid="checkpoint-keep"
              >
                {t('audit.checkpoints.keep')}
                <span className="unseen"> {one.size}</span>
              </button>
              <Time at={one.at} />
            </li>
          ))}
        </ul>
      </section>
      <div className="case">
        <section className="panel" aria-labelledby="audit-key-title">
          <h2 id="audit-key-title">{t('audit.key.title')}</h2>
          <p className="quiet">{t('audit.key.text')}</p>
          <p className="secret" data-testid="audit-key">
            {value.key.trim()}
          </p>
          <div className="buttons">
            <CopyButton text={value.key.trim()} testId="copy-audit-key" />
          </div>
        </section>
        <GetProof api={api} />
      </div>
    </div>
  );
}
