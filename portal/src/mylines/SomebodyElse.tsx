import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineUserKind, MyLine } from '../api/types';
import { Choices } from '../ui/Choices';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { Question } from '../ui/Question';
import { Answers } from './Answers';
import { useVisit, useVisitAction } from './VisitContext';

const kinds: readonly LineUserKind[] = ['CHILD', 'EMPLOYEE', 'DEVICE', 'OTHER'];

interface Props {
  line: MyLine;
  onClose: () => void;
  onDone: () => void;
}

/** Notes who uses a line, in the holder's own word for them. */
export function SomebodyElse({ line, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const [kind, setKind] = useState<LineUserKind | null>(line.user?.kind ?? null);
  const [label, setLabel] = useState(line.user?.label ?? '');
  const [tried, setTried] = useState(false);
  const keep = useVisitAction(
    (signal, whose: LineUserKind, word: string) => api.usedBy(line.id, whose, word, signal).then(onDone),
    (_, who) => t('myLines.someone.done', { line: line.line, who }),
  );
  const mine = useVisitAction(
    (signal) => api.usedByMe(line.id, signal).then(onDone),
    () => t('myLines.someone.doneMe', { line: line.line }),
  );
  const save = () => {
    setTried(true);
    if (kind !== null && label.trim() !== '') {
      void keep.run(kind, label.trim());
    }
  };
  return (
    <Question title={t('myLines.someone.title', { line: line.line })} testId="someone">
      <p>{t('myLines.someone.text')}</p>
      <Choices
        legend={t('myLines.someone.kind')}
        options={kinds}
        chosen={kind}
        onChoose={setKind}
        testId="user-kind"
      >
        {(one) => t(`myLines.someone.kinds.${one}`)}
      </Choices>
      {tried && kind === null && (
        <p className="field-error" role="alert">
          {t('myLines.someone.choose')}
        </p>
      )}
      <Field
        label={t('myLines.someone.label')}
        hint={t('myLines.someone.labelHint')}
        value={label}
        onValue={setLabel}
        maxLength={60}
        autoComplete="off"
        error={tried && label.trim() === '' ? t('myLines.someone.labelRequired') : undefined}
        data-testid="user-label"
      />
      {line.user !== null && (
        <>
          <ActionNotice action={mine} />
          <button
            type="button"
            className="text-button"
            disabled={mine.running}
            onClick={() => void mine.run()}
            data-testid="user-me"
          >
            {t('myLines.someone.me')}
          </button>
        </>
      )}
      <Answers
        action={keep}
        yes={t('myLines.someone.save')}
        onYes={save}
        onClose={onClose}
        testId="user-save"
      />
    </Question>
  );
}
