import { useTranslation } from 'react-i18next';
import type { HintView } from '../camera/hintLoop';
import { known } from '../i18n/known';

interface Props {
  view: HintView;
  live: boolean;
  /** What the picture is to show. */
  of?: 'selfie' | 'document';
}

/** What would make the live picture better, one hint at a time. */
export function HintWords({ view, live, of = 'selfie' }: Props) {
  const { t } = useTranslation();
  const words = () => {
    if (!live) {
      return '';
    }
    if (view.trouble !== null) {
      return t(`selfie.${view.trouble}`);
    }
    if (view.hint !== null) {
      return known('hint', view.hint.code, view.hint.message);
    }
    return view.good ? t(`${of}.good`) : t(`${of}.searching`);
  };
  return (
    <p className="hint" role="status" aria-live="polite" data-good={view.good} data-testid={`${of}-hint`}>
      {words()}
    </p>
  );
}
