import { useCallback, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffApi } from '../api/staff';
import type { StaffSession } from '../api/types';
import { Field } from '../ui/Field';
import { ActionNotice, ProblemNotice } from '../ui/ProblemNotice';
import { Spinner } from '../ui/Spinner';
import { Time } from '../ui/Time';
import { useAction } from '../ui/useAction';
import { useFetched } from '../ui/useFetched';
import { Factors } from './Factors';
import { NewPassword, shortestPassword } from './NewPassword';

/** Where somebody is signed in, and with what. */
export function Account({ api }: { api: StaffApi }) {
  const { t } = useTranslation();
  const { value, problem, refresh } = useFetched(
    useCallback((signal: AbortSignal) => api.sessions(signal), [api]),
  );
  return (
    <div className="desk desk-even">
      <section className="panel" aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t('signIn.sessions.title')}</h2>
        <p className="quiet">{t('signIn.sessions.lead')}</p>
        {problem !== null && <ProblemNotice problem={problem} retry={refresh} />}
        {value === null && problem === null && <Spinner>{t('signIn.sessions.loading')}</Spinner>}
        <ul className="rows">
          {value?.map((session) => (
            <Row key={session.id} api={api} session={session} onEnded={refresh} />
          ))}
        </ul>
      </section>
      <Factors api={api} />
      <ChangePassword api={api} onChanged={refresh} />
    </div>
  );
}

interface RowProps {
  api: StaffApi;
  session: StaffSession;
  onEnded: () => void;
}

function Row({ api, session, onEnded }: RowProps) {
  const { t } = useTranslation();
  const end = useAction(async (signal) => {
    await api.endSession(session.id, signal);
    onEnded();
  });
  return (
    <li className="member" data-testid="session-row" data-current={session.current}>
      <strong>{session.browser}</strong>
      <span className="quiet">
        {t('signIn.sessions.opened')} <Time at={session.openedAt} />
      </span>
      <span className="quiet">
        {t('signIn.sessions.used')} <Time at={session.lastUsedAt} />
      </span>
      <ActionNotice action={end} />
      {session.current ? (
        <small>{t('signIn.sessions.current')}</small>
      ) : (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            disabled={end.running}
            onClick={() => void end.run()}
            data-testid="session-end"
          >
            {t('signIn.sessions.end')}
            <span className="unseen"> {session.browser}</span>
          </button>
        </div>
      )}
    </li>
  );
}

function ChangePassword({ api, onChanged }: { api: StaffApi; onChanged: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [wanted, setWanted] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [changed, setChanged] = useState(false);
  const change = useAction(async (signal) => {
    await api.changePassword(password, code.trim() === '' ? null : code, wanted, signal);
    setPassword('');
    setWanted('');
    setCode('');
    setTried(false);
    setChanged(true);
    onChanged();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    setChanged(false);
    if (password !== '' && wanted.length >= shortestPassword) {
      void change.run();
    }
  };
  return (
    <section className="panel" aria-labelledby="password-title">
      <h2 id="password-title">{t('signIn.change.title')}</h2>
      <form onSubmit={submit} noValidate>
        <Field
          label={t('signIn.change.now')}
          type="password"
          value={password}
          onValue={setPassword}
          autoComplete="current-password"
          error={tried && password === '' ? t('signIn.change.required') : undefined}
          data-testid="old-password"
        />
        <NewPassword value={wanted} onValue={setWanted} tried={tried} />
        <Field
          label={t('signIn.code')}
          hint={t('signIn.change.codeHint')}
          value={code}
          onValue={setCode}
          autoComplete="one-time-code"
          data-testid="change-code"
        />
        <ActionNotice action={change} />
        <p role="status" data-testid="password-changed">
          {changed && t('signIn.change.done')}
        </p>
        <div className="buttons">
          <button type="submit" className="button" disabled={change.running} data-testid="password-submit">
            {t('signIn.change.submit')}
          </button>
        </div>
      </form>
    </section>
  );
}
