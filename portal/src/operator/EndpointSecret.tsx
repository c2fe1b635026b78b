import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';

interface Props {
  secret: string;
  testId: string;
  copyTestId: string;
  onClose: () => void;
}

/** The secret of a receiver, which is shown once. */
export function EndpointSecret({ secret, testId, copyTestId, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <div className="notice" role="status">
      <div>
        <strong>{t('operator.webhooks.secret')}</strong>
        <p>{t('operator.webhooks.secretText')}</p>
        <p className="secret" data-testid={testId}>
          {secret}
        </p>
        <div className="buttons">
          <CopyButton text={secret} testId={copyTestId} />
          <button type="button" className="button button-small" onClick={onClose}>
            {t('action.close')}
          </button>
        </div>
      </div>
    </div>
  );
}
