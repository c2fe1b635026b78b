/** How an operator's people sign in. The session itself is in a cookie, which no script can read. */
import { answer, api, done, patient } from './client';
import type {
  StaffBrowser,
  StaffInvitationOpened,
  StaffPasskeyCeremony,
  StaffReady,
  StaffSignedIn,
} from './types';

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

/** What a browser's dialog gave for a ceremony. */
export interface PasskeyAnswer {
  ceremonyId: string;
  credential: Record<string, unknown>;
}

export function beginPasskeySignIn(signal: AbortSignal): Promise<StaffPasskeyCeremony> {
  return answer(api(null).POST('/v1/staff/passkey-sessions/ceremonies', { signal: patient(signal) }));
}

/** @param password where the operator wants it beside the passkey; null otherwise */
export function signInWithPasskey(
  given: PasskeyAnswer,
  password: string | null,
  signal: AbortSignal,
): Promise<StaffSignedIn> {
  const body = { ...given, password };
  return answer(api(null).POST('/v1/staff/passkey-sessions', { body, signal: patient(signal) }));
}

/** @param credential what is sent beside the cookie */
export function signOut(credential: string, signal: AbortSignal): Promise<void> {
  return done(api(credential).DELETE('/v1/staff/session', { signal: patient(signal) }));
}

export function openInvitation(token: string, signal: AbortSignal): Promise<StaffInvitationOpened> {
  return answer(api(null).POST('/v1/staff/invitations/open', { body: { token }, signal: patient(signal) }));
}

/** For whoever takes a passkey in the place of an app. */
export function beginInvitationPasskey(token: string, signal: AbortSignal): Promise<StaffPasskeyCeremony> {
  return answer(
    api(null).POST('/v1/staff/invitations/passkey-ceremonies', { body: { token }, signal: patient(signal) }),
  );
}

/** The second factor that somebody chose: a code of an app, or a passkey under a word of their own. */
export type Chosen = { code: string } | { passkey: PasskeyAnswer & { label: string | null } };

export function acceptInvitation(
  token: string,
  password: string,
  chosen: Chosen,
  signal: AbortSignal,
): Promise<StaffReady> {
  return answer(
    api(null).POST('/v1/staff/invitations/accept', {
      body: { token, password, code: null, passkey: null, ...chosen },
      signal: patient(signal),
    }),
  );
}
