/** What the page behind a notice asks. The secret of the link is the only credential. */
import { answer, api, patient } from './client';
import type { LinkedNotice, MoreTime } from './types';

export function notice(token: string, signal: AbortSignal): Promise<LinkedNotice> {
  const params = { path: { token } };
  return answer(api(null).GET('/v1/remediation-notices/{token}', { params, signal: patient(signal) }));
}

export function appealNotice(token: string, statement: string, signal: AbortSignal): Promise<LinkedNotice> {
  const params = { path: { token } };
  return answer(
    api(null).POST('/v1/remediation-notices/{token}/appeal', {
      params,
      body: { statement },
      signal: patient(signal),
    }),
  );
}

/** Nobody is asked to prove the cause. */
export function askForTime(token: string, cause: MoreTime, signal: AbortSignal): Promise<LinkedNotice> {
  const params = { path: { token } };
  return answer(
    api(null).POST('/v1/remediation-notices/{token}/extension', {
      params,
      body: { cause },
      signal: patient(signal),
    }),
  );
}
