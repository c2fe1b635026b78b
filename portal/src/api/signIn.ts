/** How an operator's people sign in. The session itself is in a cookie, which no script can read. */
import { answer, api, done, patient } from './client';
import type { StaffBrowser, StaffInvitationOpened, StaffReady, StaffSignedIn } from './types';

/** Whether somebody is signed in in this browser. */
export function browserSession(signal: AbortSignal): Promise<StaffBrowser> {
  return answer(api(null).GET('/v1/staff/session', { signal: patient(signal) }));
}

export interface Given {
  number: string;
  password: string;
  /** Of the device, or one from paper. */
  code: string;
}

export function signIn(given: Given, signal: AbortSignal): Promise<StaffSignedIn> {
  return answer(api(null).POST('/v1/staff/sessions', { body: given, signal: patient(signal) }));
}

/** @param credential what is sent beside the cookie */
export function signOut(credential: string, signal: AbortSignal): Promise<void> {
  return done(api(credential).DELETE('/v1/staff/session', { signal: patient(signal) }));
}

export function openInvitation(token: string, signal: AbortSignal): Promise<StaffInvitationOpened> {
  return answer(api(null).POST('/v1/staff/invitations/open', { body: { token }, signal: patient(signal) }));
}

export function acceptInvitation(
  token: string,
  password: string,
  code: string,
  signal: AbortSignal,
): Promise<StaffReady> {
  return answer(
    api(null).POST('/v1/staff/invitations/accept', {
      body: { token, password, code },
      signal: patient(signal),
    }),
  );
}
