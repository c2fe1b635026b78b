/** What an operator asks about doubted lines, letters and lines that change hands. No name is in any answer. */
import { answer, api, done, patient, type Api } from './client';
import type { Letter, MoreTime, OperatorTransfer, Remediation, VetoReason } from './types';

/** How many of the newest rows are shown. */
const shown = 100;

export class OperatorCasesApi {
  readonly #client: Api;

  constructor(key: string) {
    this.#client = api(key);
  }

  async remediations(signal: AbortSignal): Promise<Remediation[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/remediations', { params, signal: patient(signal) }));
    return page.remediations;
  }

  /** One with its notices and its history. */
  remediation(id: string, signal: AbortSignal): Promise<Remediation> {
    const params = { path: { id } };
    return answer(this.#client.GET('/v1/remediations/{id}', { params, signal: patient(signal) }));
  }

  /** More time for somebody who asked in a shop or by telephone. Nobody has to prove the cause. */
  extend(id: string, cause: MoreTime, signal: AbortSignal): Promise<Remediation> {
    const given = { params: { path: { id } }, body: { cause }, signal: patient(signal) };
    return answer(this.#client.POST('/v1/remediations/{id}/extensions', given));
  }

  withdraw(id: string, signal: AbortSignal): Promise<Remediation> {
    const params = { path: { id } };
    return answer(this.#client.POST('/v1/remediations/{id}/withdrawal', { params, signal: patient(signal) }));
  }

  async letters(signal: AbortSignal): Promise<Letter[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/letters', { params, signal: patient(signal) }));
    return page.letters;
  }

  posted(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.POST('/v1/letters/{id}/posted', { params, signal: patient(signal) }));
  }

  async transfers(signal: AbortSignal): Promise<OperatorTransfer[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/transfers', { params, signal: patient(signal) }));
    return page.transfers;
  }

  veto(id: string, reason: VetoReason, signal: AbortSignal): Promise<void> {
    const given = { params: { path: { id } }, body: { reason }, signal: patient(signal) };
    return done(this.#client.POST('/v1/transfers/{id}/veto', given));
  }

  release(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.POST('/v1/transfers/{id}/release', { params, signal: patient(signal) }));
  }
}
