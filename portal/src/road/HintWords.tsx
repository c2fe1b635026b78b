import { useTranslation } from 'react-i18next';
import type { HintView } from '../camera/hintLoop';
import { known } from '../i18n/known';

/** What would make the live picture better, one hint at a time. */
export function HintWords({ view, live }: { view: HintView; live: boolean }) {
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
    return view.good ? t('selfie.good') : t('selfie.searching');
  };
  return (
    <p className="hint" role="status" aria-live="polite" data-good={view.good} data-testid="selfie-hint">
      {words()}
    </p>
  );
}
