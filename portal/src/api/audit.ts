/** The audit log as an operator or an auditor sees it: what was signed, and proofs to check elsewhere. */
import { answer, api, patient, type Api } from './client';
import type { AuditCheckpoint, ReviewLooks } from './types';

/** How many of the newest checkpoints are shown. */
const shown = 20;
/** How many looks a page has. */
const looksShown = 50;

export class AuditApi {
  readonly #client: Api;

  constructor(secret: string) {
    this.#client = api(secret);
  }

  async checkpoints(signal: AbortSignal): Promise<AuditCheckpoint[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/audit/checkpoints', { params, signal: patient(signal) }));
    return page.checkpoints;
  }

  /**
   * Who looked at which case and why, the newest first. For auditors, and for supervisors who do not review themselves.
   *
   * @param caseId only looks at this case; null for all of them
   * @param cursor what the page before said under `next`; null for the first page
   */
  looks(caseId: string | null, cursor: string | null, signal: AbortSignal): Promise<ReviewLooks> {
    const query = {
      limit: looksShown,
      ...(caseId === null ? {} : { caseId }),
      ...(cursor === null ? {} : { cursor }),
    };
    return answer(this.#client.GET('/v1/reviews/looks', { params: { query }, signal: patient(signal) }));
  }

  /** Signs the log as it stands now. */
  sign(signal: AbortSignal): Promise<string> {
    return answer(this.#client.POST('/v1/audit/checkpoints', { parseAs: 'text', signal: patient(signal) }));
  }

  /** The public key that signs, in the form of C2SP's verifier keys. */
  key(signal: AbortSignal): Promise<string> {
    return answer(this.#client.GET('/v1/audit/key', { parseAs: 'text', signal: patient(signal) }));
  }

  /** @returns the proof as a file that every verifier takes */
  inclusion(seq: number, signal: AbortSignal): Promise<string> {
    const given = { params: { path: { seq } }, parseAs: 'text', signal: patient(signal) } as const;
    return answer(this.#client.GET('/v1/audit/entries/{seq}/proof', given));
  }

  /** @param from how many entries the log had that was kept */
  consistency(from: number, signal: AbortSignal): Promise<string> {
    const given = { params: { query: { from } }, parseAs: 'text', signal: patient(signal) } as const;
    return answer(this.#client.GET('/v1/audit/consistency', given));
  }
}
