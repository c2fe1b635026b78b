import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { MyLines } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { PaperSheet } from './PaperSheet';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The list of lines for a person in the shop, shown to be printed. */
export function Paper({ api }: { api: StaffApi }) {
  const { t } = useTranslation();
  const [id, setId] = useState('');
  const [tried, setTried] = useState(false);
  const [sheet, setSheet] = useState<{ lines: MyLines; at: string } | null>(null);
  const make = useAction(async (signal) =>
    setSheet({ lines: await api.paper(id.trim(), signal), at: new Date().toISOString() }),
  );
  const valid = uuid.test(id.trim());
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (valid) {
      void make.run();
    }
  };
  const another = () => {
    setSheet(null);
    setId('');
    setTried(false);
  };
  if (sheet !== null) {
    return (
      <>
        <div className="buttons no-print">
          <button
            type="button"
            className="button button-main"
            onClick={() => window.print()}
            data-testid="paper-print"
          >
            {t('staff.paper.print')}
          </button>
          <button type="button" className="button button-plain" onClick={another} data-testid="paper-another">
            {t('staff.paper.another')}
          </button>
        </div>
        <PaperSheet lines={sheet.lines} at={sheet.at} />
      </>
    );
  }
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <h2>{t('staff.tab.paper')}</h2>
      <p>{t('staff.paper.lead')}</p>
      <Field
        label={t('staff.paper.application')}
        hint={t('staff.paper.applicationHint')}
        value={id}
        onValue={setId}
        error={tried && !valid ? t('staff.paper.invalid') : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="paper-application"
      />
      <ActionNotice action={make} />
      <div className="buttons">
        <button type="submit" className="button button-main" disabled={make.running} data-testid="paper-make">
          {make.running ? t('staff.paper.making') : t('staff.paper.make')}
        </button>
      </div>
    </form>
  );
}
