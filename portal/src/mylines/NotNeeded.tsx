import { useTranslation } from 'react-i18next';
import type { MyLine } from '../api/types';
import { Question } from '../ui/Question';
import { Answers } from './Answers';
import { useVisit, useVisitAction } from './VisitContext';

/** Ends a line, after saying what that means. */
export function NotNeeded({ line, onClose }: { line: MyLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const end = useVisitAction(
    (signal) => api.end(line.id, signal),
    () => t('myLines.notNeeded.done', { line: line.line }),
  );
  return (
    <Question title={t('myLines.notNeeded.title', { line: line.line })} testId="not-needed">
      <p>{t('myLines.notNeeded.text')}</p>
      {line.service === 'MOBILE' && <p>{t('myLines.notNeeded.codes')}</p>}
      <Answers
        action={end}
        yes={t('myLines.notNeeded.confirm')}
        onYes={() => void end.run()}
        onClose={onClose}
        testId="not-needed-confirm"
      />
    </Question>
  );
}
