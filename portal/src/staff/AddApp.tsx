import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffAppSecret } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { AppSecret } from './AppSecret';
import type { Changing } from './Factors';

/** An authenticator app, which takes the place of one that is there. */
export function AddApp({ another, changing }: { another: boolean; changing: Changing }) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<StaffAppSecret | null>(null);
  const draw = useAction(async (signal) => setDrawn(await changing.api.drawApp(signal)), changing.intercept);
  if (drawn !== null) {
    return <Shown drawn={drawn} changing={changing} onSet={() => setDrawn(null)} />;
  }
  return (
    <>
      <ActionNotice action={draw} />
      <div className="buttons">
        <button
          type="button"
          className="button button-small"
          disabled={draw.running}
          onClick={() => void draw.run()}
          data-testid="app-add"
        >
          {t(another ? 'signIn.factors.appChange' : 'signIn.factors.appAdd')}
        </button>
      </div>
    </>
  );
}

function Shown({ drawn, changing, onSet }: { drawn: StaffAppSecret; changing: Changing; onSet: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const set = useAction(async (signal) => {
    await changing.api.setApp(drawn.ticket, code, signal);
    onSet();
    changing.changed(t('signIn.factors.appSet'));
  }, changing.intercept);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') {
      void set.run();
    }
  };
  return (
    <form className="case" onSubmit={submit} noValidate>
      <AppSecret
        uri={drawn.deviceUri}
        secret={drawn.deviceSecret}
        code={code}
        onCode={setCode}
        tried={tried}
      />
      <ActionNotice action={set} />
      <div className="buttons">
        <button type="submit" className="button button-small" disabled={set.running} data-testid="app-set">
          {t('signIn.factors.appTake')}
        </button>
      </div>
    </form>
  );
}
