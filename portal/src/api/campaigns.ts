/** Campaigns: a slice of the base is asked to verify anew, at a pace. */
import { answer, api, patient, type Api } from './client';
import type { Campaign, NewCampaign } from './types';

export type CampaignStep = 'pause' | 'resume' | 'stop';

export class CampaignsApi {
  readonly #client: Api;

  constructor(key: string) {
    this.#client = api(key);
  }

  async all(signal: AbortSignal): Promise<Campaign[]> {
    const page = await answer(this.#client.GET('/v1/remediation-campaigns', { signal: patient(signal) }));
    return page.campaigns;
  }

  make(wanted: NewCampaign, signal: AbortSignal): Promise<Campaign> {
    return answer(this.#client.POST('/v1/remediation-campaigns', { body: wanted, signal: patient(signal) }));
  }

  step(id: string, step: CampaignStep, signal: AbortSignal): Promise<Campaign> {
    const given = { params: { path: { id } }, signal: patient(signal) };
    switch (step) {
      case 'pause':
        return answer(this.#client.POST('/v1/remediation-campaigns/{id}/pause', given));
      case 'resume':
        return answer(this.#client.POST('/v1/remediation-campaigns/{id}/resume', given));
      case 'stop':
        return answer(this.#client.POST('/v1/remediation-campaigns/{id}/stop', given));
    }
  }

  /** From what the contact centre counted the forecast learns. */
  contacts(id: string, contacts: number, signal: AbortSignal): Promise<Campaign> {
    const given = { params: { path: { id } }, body: { contacts }, signal: patient(signal) };
    return answer(this.#client.POST('/v1/remediation-campaigns/{id}/contacts', given));
  }
}
