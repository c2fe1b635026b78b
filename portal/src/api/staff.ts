/** What one of an operator's people asks, signed in or with a token of their own. */
import { answer, api, bySession, done, patient, type Api } from './client';
import type { PasskeyAnswer } from './signIn';
import type {
  Dispute,
  DisputeCode,
  DisputeFile,
  LookReason,
  MyLines,
  StaffAppSecret,
  StaffFactors,
  StaffInvitation,
  StaffMember,
  StaffPasskeyCeremony,
  StaffSelf,
  StaffSession,
} from './types';

const shown = 100;

export class StaffApi {
  readonly #client: Api;

  /** Whether this person signed in by themselves, and has sessions. */
  readonly bySession: boolean;

  constructor(credential: string) {
    this.#client = api(credential);
    this.bySession = bySession(credential);
  }

  /** Where I am signed in. */
  async sessions(signal: AbortSignal): Promise<StaffSession[]> {
    const page = await answer(this.#client.GET('/v1/staff/sessions', { signal: patient(signal) }));
    return page.sessions;
  }

  endSession(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/staff/sessions/{id}', { params, signal: patient(signal) }));
  }

  /** @param code null when another proof was shown shortly before */
  changePassword(
    password: string,
    code: string | null,
    newPassword: string,
    signal: AbortSignal,
  ): Promise<void> {
    const body = { password, code, newPassword };
    return done(this.#client.PUT('/v1/staff/password', { body, signal: patient(signal) }));
  }

  /** With what I sign in beside my password. */
  factors(signal: AbortSignal): Promise<StaffFactors> {
    return answer(this.#client.GET('/v1/staff/factors', { signal: patient(signal) }));
  }

  beginProof(signal: AbortSignal): Promise<StaffPasskeyCeremony> {
    return answer(this.#client.POST('/v1/staff/session/proof/ceremonies', { signal: patient(signal) }));
  }

  /** Shows once more who I am: by a passkey, or by password and code. */
  prove(proof: PasskeyAnswer | { password: string; code: string }, signal: AbortSignal): Promise<void> {
    const body = { ceremonyId: null, credential: null, password: null, code: null, ...proof };
    return done(this.#client.POST('/v1/staff/session/proof', { body, signal: patient(signal) }));
  }

  beginPasskey(signal: AbortSignal): Promise<StaffPasskeyCeremony> {
    return answer(this.#client.POST('/v1/staff/passkeys/ceremonies', { signal: patient(signal) }));
  }

  addPasskey(made: PasskeyAnswer, label: string | null, signal: AbortSignal): Promise<void> {
    const body = { ...made, label };
    return done(this.#client.POST('/v1/staff/passkeys', { body, signal: patient(signal) }));
  }

  removePasskey(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/staff/passkeys/{id}', { params, signal: patient(signal) }));
  }

  drawApp(signal: AbortSignal): Promise<StaffAppSecret> {
    return answer(this.#client.POST('/v1/staff/authenticator-app/secret', { signal: patient(signal) }));
  }

  setApp(ticket: string, code: string, signal: AbortSignal): Promise<void> {
    const body = { ticket, code };
    return done(this.#client.PUT('/v1/staff/authenticator-app', { body, signal: patient(signal) }));
  }

  removeApp(signal: AbortSignal): Promise<void> {
    return done(this.#client.DELETE('/v1/staff/authenticator-app', { signal: patient(signal) }));
  }

  /** New codes for paper; those of before open nothing any more. */
  async renewRecovery(signal: AbortSignal): Promise<string[]> {
    const fresh = await answer(this.#client.POST('/v1/staff/recovery-codes', { signal: patient(signal) }));
    return fresh.recoveryCodes;
  }

  /** A new link for a colleague who lost a factor. */
  renewInvitation(id: string, signal: AbortSignal): Promise<StaffInvitation> {
    const params = { path: { id } };
    return answer(
      this.#client.POST('/v1/staff/colleagues/{id}/invitation', { params, signal: patient(signal) }),
    );
  }

  self(signal: AbortSignal): Promise<StaffSelf> {
    return answer(this.#client.GET('/v1/staff/me', { signal: patient(signal) }));
  }

  /** For supervisors: who works here. */
  async colleagues(signal: AbortSignal): Promise<StaffMember[]> {
    const page = await answer(this.#client.GET('/v1/staff/colleagues', { signal: patient(signal) }));
    return page.staff;
  }

  async disputes(signal: AbortSignal): Promise<Dispute[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/staff/disputes', { params, signal: patient(signal) }));
    return page.disputes;
  }

  /** Each look is written down, with its reason. */
  look(id: string, reason: LookReason, signal: AbortSignal): Promise<DisputeFile> {
    const params = { path: { id } };
    return answer(
      this.#client.POST('/v1/staff/disputes/{id}/look', {
        params,
        body: { reason },
        signal: patient(signal),
      }),
    );
  }

  decide(id: string, code: DisputeCode, signal: AbortSignal): Promise<Dispute> {
    const params = { path: { id } };
    return answer(
      this.#client.POST('/v1/staff/disputes/{id}/decision', {
        params,
        body: { code },
        signal: patient(signal),
      }),
    );
  }

  /** The lines of the person who was just verified by this application, to be printed and handed over. */
  paper(applicationId: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { id: applicationId } };
    return answer(
      this.#client.POST('/v1/staff/applications/{id}/my-lines-on-paper', {
        params,
        signal: patient(signal),
      }),
    );
  }
}
