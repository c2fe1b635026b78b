import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/types';
import { PersonIcon } from '../ui/icons';
import { OpenedHeading } from '../ui/OpenedHeading';
import { AttendedLink } from './AttendedLink';

/** For whoever cannot make the movements, whatever the cause: nobody has to say one, and nobody has to fail first. */
export function OtherWays({
  policy,
  onStill,
}: {
  policy: Application['challenge']['policy'];
  onStill: () => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button
        type="button"
        className="text-button"
        onClick={() => setOpen(true)}
        data-testid="movements-cannot"
      >
        <PersonIcon />
        {t('movements.cannot')}
      </button>
    );
  }
  return (
    <div className="panel" role="group" aria-labelledby="other-ways-title" data-testid="other-ways">
      <OpenedHeading level="h2" id="other-ways-title">
        {t('movements.other.title')}
      </OpenedHeading>
      <p>{t(policy === 'REQUIRED' ? 'movements.other.required' : 'movements.other.optional')}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={onStill} data-testid="movements-still">
          {t('movements.other.still')}
        </button>
      </div>
      <AttendedLink />
    </div>
  );
}
