import { useTranslation } from 'react-i18next';
import type { MyLine } from '../api/types';
import { Question } from '../ui/Question';
import { Answers } from './Answers';
import { useVisit, useVisitAction } from './VisitContext';

interface Props {
  line: MyLine;
  /** Whether it is said to be back, rather than to be lost. */
  back: boolean;
  onClose: () => void;
}

/** The phone or card of a line is lost, or back: asked once, because it changes what works at once. */
export function Lost({ line, back, onClose }: Props) {
  const { t } = useTranslation();
  const { api } = useVisit();
  const words = back ? ('found' as const) : ('lost' as const);
  const say = useVisitAction(
    (signal) => (back ? api.found(line.id, signal) : api.lost(line.id, signal)).then(onClose),
    () => t(`myLines.${words}.done`, { line: line.line }),
  );
  return (
    <Question title={t(`myLines.${words}.title`, { line: line.line })} testId={words}>
      <p>{t(`myLines.${words}.text`)}</p>
      <Answers
        action={say}
        yes={t(`myLines.${words}.confirm`)}
        onYes={() => void say.run()}
        onClose={onClose}
        testId={`${words}-confirm`}
      />
    </Question>
  );
}
