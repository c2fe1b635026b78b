/** What one of an operator's people asks, with a token of their own. */
import { answer, api, patient, type Api } from './client';
import type { Dispute, DisputeCode, DisputeFile, LookReason, MyLines, StaffMember, StaffSelf } from './types';

const shown = 100;

export class StaffApi {
  readonly #client: Api;

  constructor(token: string) {
    this.#client = api(token);
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
