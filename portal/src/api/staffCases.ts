/** What reviewers ask about doubted lines and about organisations. Each look is written down. */
import { answer, api, done, patient, type Api } from './client';
import type {
  AppealReason,
  OrganisationCase,
  OrganisationEntry,
  OrganisationEvidence,
  OrganisationRefusal,
  Remediation,
  RemediationReason,
  RemediationToDecide,
} from './types';

export class StaffCasesApi {
  readonly #client: Api;

  constructor(token: string) {
    this.#client = api(token);
  }

  /** Cases that need a person: to be decided, appealed, or not reached. */
  async queue(signal: AbortSignal): Promise<Remediation[]> {
    const page = await answer(this.#client.GET('/v1/remediation-queue', { signal: patient(signal) }));
    return page.remediations;
  }

  look(id: string, signal: AbortSignal): Promise<RemediationToDecide> {
    const params = { path: { id } };
    return answer(this.#client.GET('/v1/remediation-queue/{id}', { params, signal: patient(signal) }));
  }

  decide(id: string, reason: RemediationReason, signal: AbortSignal): Promise<Remediation> {
    const given = { params: { path: { id } }, body: { reason }, signal: patient(signal) };
    return answer(this.#client.POST('/v1/remediations/{id}/decision', given));
  }

  decideAppeal(id: string, reason: AppealReason, signal: AbortSignal): Promise<Remediation> {
    const given = { params: { path: { id } }, body: { reason }, signal: patient(signal) };
    return answer(this.#client.POST('/v1/remediations/{id}/appeal-decision', given));
  }

  /** Those that wait to be confirmed, without names. */
  async organisations(signal: AbortSignal): Promise<OrganisationEntry[]> {
    const params = { query: { state: 'PENDING' as const } };
    const page = await answer(this.#client.GET('/v1/organisations', { params, signal: patient(signal) }));
    return page.organisations;
  }

  organisation(id: string, signal: AbortSignal): Promise<OrganisationCase> {
    const params = { path: { id } };
    return answer(this.#client.GET('/v1/organisations/{id}', { params, signal: patient(signal) }));
  }

  /** @param found what showed that the person may act for it, or why it cannot be confirmed */
  decideOrganisation(
    id: string,
    found: { evidence: OrganisationEvidence } | { refusal: OrganisationRefusal },
    signal: AbortSignal,
  ): Promise<void> {
    const given = { params: { path: { id } }, body: found, signal: patient(signal) };
    return done(this.#client.POST('/v1/organisations/{id}/decision', given));
  }
}
