/** What one of an operator's people asks, signed in or with a token of their own. */
import { answer, api, bySession, done, patient, type Api } from './client';
import type {
  Dispute,
  DisputeCode,
  DisputeFile,
  LookReason,
  MyLines,
  StaffInvitation,
  StaffMember,
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

  changePassword(password: string, code: string, newPassword: string, signal: AbortSignal): Promise<void> {
    const body = { password, code, newPassword };
    return done(this.#client.PUT('/v1/staff/password', { body, signal: patient(signal) }));
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
