import { useTranslation } from 'react-i18next';
import type { StaffInvitation } from '../api/types';
import { CopyButton } from './CopyButton';
import { Time } from './Time';

/** A one-time link for one of the staff, shown to whoever hands it over. */
export function InvitationLink({ invitation, name }: { invitation: StaffInvitation; name: string }) {
  const { t } = useTranslation();
  return (
    <div className="once">
      <h3>{t('signIn.link.title', { name })}</h3>
      <p>
        {t('signIn.link.text', { number: invitation.number })} <Time at={invitation.expiresAt} />
      </p>
      <p className="secret" data-testid="staff-invitation">
        {invitation.url}
      </p>
      <CopyButton text={invitation.url} testId="copy-staff-invitation" />
    </div>
  );
}
