/** What a person who was just verified asks about their own lines. */
import { currentLanguage } from '../i18n/language';
import { answer, api, done, patient, type Api } from './client';
import type {
  Claim,
  CreatedApplication,
  HolderSession,
  LineUserKind,
  Locale,
  MyAuthorization,
  MyAuthorizationAnswered,
  MyDisclosures,
  MyDispute,
  MyEndedLine,
  MyLines,
  MyOrganisation,
  MyTransfer,
  OfferedLine,
  Passkey,
  PasskeyCeremony,
  TransferOffer,
} from './types';

/** Starts a verification of one's own, for no line. */
export function startVerification(locale: Locale, signal: AbortSignal): Promise<CreatedApplication> {
  return answer(api(null).POST('/v1/me/verifications', { body: { locale }, signal: patient(signal) }));
}

/** A session that shows somebody their own lines. */
export interface OpenedVisit {
  token: string;
  /** How long it lives unused; null where the server did not say. */
  idleMillis: number | null;
}

/** Trades the session of an application that is verified for one that shows the lines of that person. */
export function openMyLines(captureToken: string, signal: AbortSignal): Promise<OpenedVisit> {
  return opened(api(captureToken).POST('/v1/me/sessions', { signal: patient(signal) }));
}

export function beginPasskeySignIn(signal: AbortSignal): Promise<PasskeyCeremony> {
  return answer(api(null).POST('/v1/me/passkey-sessions/ceremonies', { signal: patient(signal) }));
}

/** @param credential what the browser made of the ceremony */
export function signInWithPasskey(
  ceremonyId: string,
  credential: Record<string, unknown>,
  signal: AbortSignal,
): Promise<OpenedVisit> {
  const body = { ceremonyId, credential };
  return opened(api(null).POST('/v1/me/passkey-sessions', { body, signal: patient(signal) }));
}

async function opened(
  request: Promise<{
    data?: Pick<HolderSession, 'token' | 'expiresAt'>;
    error?: unknown;
    response: Response;
  }>,
): Promise<OpenedVisit> {
  const { token, expiresAt } = await answer(request);
  // Both times are the server's: the clock of a shared computer may be wrong.
  const sentAt = (await request).response.headers.get('Date') ?? '';
  const idleMillis = Date.parse(expiresAt) - Date.parse(sentAt);
  return { token, idleMillis: idleMillis > 0 ? idleMillis : null };
}

/** What is offered; the secret of the link is the only credential. */
export function offeredLine(token: string, signal: AbortSignal): Promise<OfferedLine> {
  const params = { path: { token } };
  return answer(api(null).GET('/v1/transfer-offers/{token}', { params, signal: patient(signal) }));
}

/** The lines of the person whom the token stands for, and nobody else's. */
export class HolderApi {
  readonly #client: Api;

  constructor(token: string) {
    this.#client = api(token);
  }

  lines(signal: AbortSignal): Promise<MyLines> {
    return answer(this.#client.GET('/v1/me/lines', { signal: patient(signal) }));
  }

  async disputes(signal: AbortSignal): Promise<MyDispute[]> {
    const params = { query: { locale: currentLanguage() } };
    const page = await answer(this.#client.GET('/v1/me/disputes', { params, signal: patient(signal) }));
    return page.disputes;
  }

  dispute(lineId: string, claim: Claim, signal: AbortSignal): Promise<MyDispute> {
    const params = { path: { lineId }, query: { locale: currentLanguage() } };
    return answer(
      this.#client.POST('/v1/me/lines/{lineId}/dispute', {
        params,
        body: { claim },
        signal: patient(signal),
      }),
    );
  }

  appeal(id: string, signal: AbortSignal): Promise<MyDispute> {
    const params = { path: { id }, query: { locale: currentLanguage() } };
    return answer(this.#client.POST('/v1/me/disputes/{id}/appeal', { params, signal: patient(signal) }));
  }

  withdraw(id: string, signal: AbortSignal): Promise<MyDispute> {
    const params = { path: { id }, query: { locale: currentLanguage() } };
    return answer(this.#client.POST('/v1/me/disputes/{id}/withdrawal', { params, signal: patient(signal) }));
  }

  end(lineId: string, signal: AbortSignal): Promise<MyEndedLine> {
    const params = { path: { lineId } };
    return answer(this.#client.POST('/v1/me/lines/{lineId}/ending', { params, signal: patient(signal) }));
  }

  takeEndingBack(endingId: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { endingId } };
    return answer(this.#client.DELETE('/v1/me/endings/{endingId}', { params, signal: patient(signal) }));
  }

  usedBy(lineId: string, kind: LineUserKind, label: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { lineId } };
    const body = { kind, label };
    return answer(this.#client.PUT('/v1/me/lines/{lineId}/user', { params, body, signal: patient(signal) }));
  }

  usedByMe(lineId: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { lineId } };
    return answer(this.#client.DELETE('/v1/me/lines/{lineId}/user', { params, signal: patient(signal) }));
  }

  /** The telephone or card of the line is lost: whoever has it cannot use it at the holder's cost. */
  lost(lineId: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { lineId } };
    return answer(this.#client.POST('/v1/me/lines/{lineId}/loss', { params, signal: patient(signal) }));
  }

  found(lineId: string, signal: AbortSignal): Promise<MyLines> {
    const params = { path: { lineId } };
    return answer(this.#client.DELETE('/v1/me/lines/{lineId}/loss', { params, signal: patient(signal) }));
  }

  async organisations(signal: AbortSignal): Promise<MyOrganisation[]> {
    const params = { query: { locale: currentLanguage() } };
    const page = await answer(this.#client.GET('/v1/me/organisations', { params, signal: patient(signal) }));
    return page.organisations;
  }

  /** @param country of the register, two letters (ISO 3166-1) */
  registerOrganisation(
    body: { name: string; registrationNumber: string; country: string },
    signal: AbortSignal,
  ): Promise<MyOrganisation> {
    const params = { query: { locale: currentLanguage() } };
    return answer(this.#client.POST('/v1/me/organisations', { params, body, signal: patient(signal) }));
  }

  async passkeys(signal: AbortSignal): Promise<Passkey[]> {
    return (await answer(this.#client.GET('/v1/me/passkeys', { signal: patient(signal) }))).passkeys;
  }

  beginPasskey(label: string | null, signal: AbortSignal): Promise<PasskeyCeremony> {
    const body = { label };
    return answer(this.#client.POST('/v1/me/passkeys/ceremonies', { body, signal: patient(signal) }));
  }

  addPasskey(
    ceremonyId: string,
    credential: Record<string, unknown>,
    label: string | null,
    signal: AbortSignal,
  ): Promise<Passkey> {
    const body = { ceremonyId, credential, label };
    return answer(this.#client.POST('/v1/me/passkeys', { body, signal: patient(signal) }));
  }

  removePasskey(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/me/passkeys/{id}', { params, signal: patient(signal) }));
  }

  async transfers(signal: AbortSignal): Promise<MyTransfer[]> {
    const params = { query: { locale: currentLanguage() } };
    const page = await answer(this.#client.GET('/v1/me/transfers', { params, signal: patient(signal) }));
    return page.transfers;
  }

  offer(lineId: string, signal: AbortSignal): Promise<TransferOffer> {
    const params = { path: { lineId } };
    return answer(this.#client.POST('/v1/me/lines/{lineId}/transfer', { params, signal: patient(signal) }));
  }

  /** @param organisationId whose line it is to be; null for the person's own */
  accept(token: string, organisationId: string | null, signal: AbortSignal): Promise<MyTransfer> {
    const params = { query: { locale: currentLanguage() } };
    const body = { token, organisationId };
    return answer(this.#client.POST('/v1/me/transfers', { params, body, signal: patient(signal) }));
  }

  withdrawTransfer(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/me/transfers/{id}', { params, signal: patient(signal) }));
  }

  disclosures(signal: AbortSignal): Promise<MyDisclosures> {
    return answer(this.#client.GET('/v1/me/disclosures', { signal: patient(signal) }));
  }

  grantConsent(id: string, signal: AbortSignal): Promise<MyDisclosures> {
    const params = { path: { id } };
    return answer(this.#client.POST('/v1/me/consents/{id}/grant', { params, signal: patient(signal) }));
  }

  refuseConsent(id: string, signal: AbortSignal): Promise<MyDisclosures> {
    const params = { path: { id } };
    return answer(this.#client.POST('/v1/me/consents/{id}/refusal', { params, signal: patient(signal) }));
  }

  withdrawConsent(id: string, signal: AbortSignal): Promise<MyDisclosures> {
    const params = { path: { id } };
    return answer(this.#client.DELETE('/v1/me/consents/{id}', { params, signal: patient(signal) }));
  }

  /** Who sent this browser here, and what they want to ask. @param handle what they were given for it */
  authorization(handle: string, signal: AbortSignal): Promise<MyAuthorization> {
    const params = { path: { request: handle } };
    return answer(this.#client.GET('/v1/me/authorizations/{request}', { params, signal: patient(signal) }));
  }

  grantAuthorization(handle: string, lineId: string, signal: AbortSignal): Promise<MyAuthorizationAnswered> {
    const params = { path: { request: handle } };
    return answer(
      this.#client.POST('/v1/me/authorizations/{request}/grant', {
        params,
        body: { lineId },
        signal: patient(signal),
      }),
    );
  }

  refuseAuthorization(handle: string, signal: AbortSignal): Promise<MyAuthorizationAnswered> {
    const params = { path: { request: handle } };
    return answer(
      this.#client.POST('/v1/me/authorizations/{request}/refusal', { params, signal: patient(signal) }),
    );
  }

  leave(signal: AbortSignal): Promise<void> {
    return done(this.#client.DELETE('/v1/me/session', { signal: patient(signal) }));
  }
}
