/** What the operator's page asks of the server. */
import { answer, api, done, patient, type Api } from './client';
import { Problem } from './problem';
import type {
  Application,
  CreatedApplication,
  CreatedWebhookEndpoint,
  Delivery,
  Dispute,
  Line,
  Locale,
  RotatedSecret,
  Service,
  StaffCreated,
  StaffInvitation,
  StaffMember,
  StaffRole,
  WebhookEndpoint,
} from './types';

/** How many of the newest rows the page shows. */
const shown = 100;

export class OperatorApi {
  readonly #client: Api;

  constructor(key: string) {
    this.#client = api(key);
  }

  async applications(signal: AbortSignal): Promise<Application[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/applications', { params, signal: patient(signal) }));
    return page.applications;
  }

  async lines(signal: AbortSignal): Promise<Line[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/lines', { params, signal: patient(signal) }));
    return page.lines;
  }

  /** @param idempotencyKey the same for a repeated try of the same form, so that a lost answer makes no second application */
  createApplication(
    wanted: { service: Service; line: string; locale: Locale },
    idempotencyKey: string,
    signal: AbortSignal,
  ): Promise<CreatedApplication> {
    return answer(
      this.#client.POST('/v1/applications', {
        body: { ...wanted, purpose: 'NEW_LINE' },
        headers: { 'Idempotency-Key': idempotencyKey },
        signal: patient(signal),
      }),
    );
  }

  async disputes(signal: AbortSignal): Promise<Dispute[]> {
    const params = { query: { limit: shown } };
    const page = await answer(this.#client.GET('/v1/disputes', { params, signal: patient(signal) }));
    return page.disputes;
  }

  /** @returns the link to send to the line itself, for whoever uses it */
  async hearingLink(id: string, locale: Locale, signal: AbortSignal): Promise<string> {
    const params = { path: { id } };
    const made = await answer(
      this.#client.POST('/v1/disputes/{id}/hearing', { params, body: { locale }, signal: patient(signal) }),
    );
    return made.url;
  }

  async staff(signal: AbortSignal): Promise<StaffMember[]> {
    const page = await answer(this.#client.GET('/v1/staff', { signal: patient(signal) }));
    return page.staff;
  }

  addStaff(name: string, roles: StaffRole[], signal: AbortSignal): Promise<StaffCreated> {
    return answer(this.#client.POST('/v1/staff', { body: { name, roles }, signal: patient(signal) }));
  }

  inviteStaff(name: string, roles: StaffRole[], signal: AbortSignal): Promise<StaffInvitation> {
    return answer(
      this.#client.POST('/v1/staff/invitations', { body: { name, roles }, signal: patient(signal) }),
    );
  }

  /** Another link for somebody who lost a factor; what they had opens nothing any more. */
  renewInvitation(id: string, signal: AbortSignal): Promise<StaffInvitation> {
    const params = { path: { id } };
    return answer(this.#client.POST('/v1/staff/{id}/invitation', { params, signal: patient(signal) }));
  }

  setRoles(id: string, roles: StaffRole[], signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(
      this.#client.PUT('/v1/staff/{id}/roles', { params, body: { roles }, signal: patient(signal) }),
    );
  }

  removeStaff(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/staff/{id}', { params, signal: patient(signal) }));
  }

  async endpoints(signal: AbortSignal): Promise<WebhookEndpoint[]> {
    const page = await answer(this.#client.GET('/v1/webhook-endpoints', { signal: patient(signal) }));
    return page.endpoints;
  }

  addEndpoint(url: string, description: string, signal: AbortSignal): Promise<CreatedWebhookEndpoint> {
    const body = description === '' ? { url } : { url, description };
    return answer(this.#client.POST('/v1/webhook-endpoints', { body, signal: patient(signal) }));
  }

  async removeEndpoint(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    const { error, response } = await this.#client.DELETE('/v1/webhook-endpoints/{id}', {
      params,
      signal: patient(signal),
    });
    // Gone already is as good as removed.
    if (!response.ok && response.status !== 404) {
      throw Problem.of(response, error);
    }
  }

  /** @returns the endpoint, once it has proved that it wants to be told */
  verifyEndpoint(id: string, signal: AbortSignal): Promise<WebhookEndpoint> {
    const params = { path: { id } };
    return answer(
      this.#client.POST('/v1/webhook-endpoints/{id}/verification', { params, signal: patient(signal) }),
    );
  }

  /** @param overlapHours for how long the old secret is good, too */
  rotateSecret(id: string, overlapHours: number, signal: AbortSignal): Promise<RotatedSecret> {
    const params = { path: { id } };
    const body = { overlapHours };
    return answer(
      this.#client.POST('/v1/webhook-endpoints/{id}/secret', { params, body, signal: patient(signal) }),
    );
  }

  async deliveries(endpointId: string, signal: AbortSignal): Promise<Delivery[]> {
    const params = { path: { id: endpointId } };
    const page = await answer(
      this.#client.GET('/v1/webhook-endpoints/{id}/deliveries', { params, signal: patient(signal) }),
    );
    return page.deliveries;
  }

  async redeliver(endpointId: string, eventId: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id: endpointId, eventId } };
    await answer(
      this.#client.POST('/v1/webhook-endpoints/{id}/dead-letters/{eventId}/redelivery', {
        params,
        signal: patient(signal),
      }),
    );
  }

  /** @returns how many are on their way again */
  async redeliverAll(endpointId: string, signal: AbortSignal): Promise<number> {
    const params = { path: { id: endpointId } };
    const begun = await answer(
      this.#client.POST('/v1/webhook-endpoints/{id}/dead-letters/redelivery', {
        params,
        signal: patient(signal),
      }),
    );
    return begun.deliveries;
  }

  dropDeadLetter(endpointId: string, eventId: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id: endpointId, eventId } };
    return done(
      this.#client.DELETE('/v1/webhook-endpoints/{id}/dead-letters/{eventId}', {
        params,
        signal: patient(signal),
      }),
    );
  }
}
