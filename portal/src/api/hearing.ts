/** What the page for whoever uses a disputed line asks. The secret of the link is the only credential. */
import { currentLanguage } from '../i18n/language';
import { answer, api, done, patient } from './client';
import type { Hearing } from './types';

export function hearing(token: string, signal: AbortSignal): Promise<Hearing> {
  const params = { path: { token }, query: { locale: currentLanguage() } };
  return answer(api(null).GET('/v1/hearings/{token}', { params, signal: patient(signal) }));
}

export function say(token: string, words: string, signal: AbortSignal): Promise<void> {
  const params = { path: { token } };
  return done(
    api(null).POST('/v1/hearings/{token}/statement', { params, body: { words }, signal: patient(signal) }),
  );
}
