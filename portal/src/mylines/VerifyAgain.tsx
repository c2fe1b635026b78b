import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { startVerification } from '../api/holder';
import { currentLanguage } from '../i18n/language';
import { ActionNotice } from '../ui/ProblemNotice';
import { tabSecret } from '../ui/tabSecret';
import { useAction } from '../ui/useAction';

type Place = '/transfer' | '/agree' | '/my-lines';

/** Where a verification leads to, when that is not the list of lines. */
const afterwards = tabSecret('namesake.after-verification');

/** Read once: the next verification leads to the lines again. */
export function placeAfterVerification(): Place {
  const kept = afterwards.read();
  const place = kept === '/transfer' || kept === '/agree' ? kept : '/my-lines';
  afterwards.forget();
  return place;
}

/** Starts a verification, which leads to this place whatever an earlier one was for. */
export function useVerification(backTo: Place) {
  const navigate = useNavigate();
  return useAction(async (signal) => {
    const made = await startVerification(currentLanguage(), signal);
    afterwards.keep(backTo);
    // The link names the server's public address; we stay on the address that brought us here.
    const link = new URL(made.captureLink.url, window.location.origin);
    await navigate({ pathname: link.pathname, hash: link.hash });
  });
}

/** A button for something that asks for a fresh verification. */
export function VerifyAgain({ words, backTo }: { words: string; backTo: Place }) {
  const { t } = useTranslation();
  const start = useVerification(backTo);
  return (
    <>
      <ActionNotice action={start} />
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={start.running}
          onClick={() => void start.run()}
          data-testid="verify-again"
        >
          {start.running ? t('myLines.starting') : words}
        </button>
      </div>
    </>
  );
}
