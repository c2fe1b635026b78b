import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { eraseOf, exportOf, type ExportForm } from '../api/privacy';
import type { PersonalErasure } from '../api/types';
import { Answers } from '../mylines/Answers';
import { ActionNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { useAction } from '../ui/useAction';
import { ErasureReport } from './ErasureReport';
import { saveFile } from './saveFile';

/** Everything that is kept about the person: to have, and to have erased. */
export function MyData({ token }: { token: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [got, setGot] = useState(false);
  const [report, setReport] = useState<PersonalErasure | null>(null);
  const fetching = useAction(async (signal, form: ExportForm) => {
    setGot(false);
    saveFile(await exportOf(token, form, signal), `namesake.${form}`);
    setGot(true);
  });
  const erase = useAction(async (signal) => {
    setReport(await eraseOf(token, signal));
    setAsking(false);
  });
  return (
    <div className="panel" data-testid="my-data">
      <h2>{t('privacy.mine.title')}</h2>
      <p>{t('privacy.mine.text')}</p>
      <div className="buttons">
        {(['pdf', 'json'] as const).map((form) => (
          <button
            key={form}
            type="button"
            className="button button-small"
            disabled={fetching.running}
            onClick={() => void fetching.run(form)}
            data-testid={`export-${form}`}
          >
            {t(`privacy.mine.${form}`)}
          </button>
        ))}
        <button
          type="button"
          className="button button-small"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
          data-testid="erase"
        >
          {t('privacy.mine.erase')}
        </button>
      </div>
      <p className="quiet" role="status">
        {fetching.running ? t('privacy.mine.fetching') : got && t('privacy.mine.got')}
      </p>
      <ActionNotice action={fetching} />
      {asking && (
        <Question title={t('privacy.mine.eraseTitle')} testId="erase-question">
          <p>{t('privacy.mine.eraseText')}</p>
          <Answers
            action={erase}
            yes={t('privacy.mine.eraseYes')}
            onYes={() => void erase.run()}
            onClose={() => setAsking(false)}
            testId="erase-confirm"
          />
        </Question>
      )}
      {report !== null && <ErasureReport report={report} />}
      <p>
        <Link to="/retention">{t('privacy.mine.rules')}</Link>
      </p>
    </div>
  );
}
