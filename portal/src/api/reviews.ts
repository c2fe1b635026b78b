/** What reviewers, agents and supervisors ask about cases that a machine did not decide. */
import { answer, api, done, patient, type Api } from './client';
import type {
  Attestation,
  ReviewAgreement,
  ReviewCase,
  ReviewCode,
  ReviewEvidence,
  ReviewLook,
  ReviewPicture,
  ReviewQueue,
  ReviewReason,
  ReviewSkill,
  SeedTruth,
} from './types';

export class ReviewsApi {
  readonly #client: Api;

  constructor(token: string) {
    this.#client = api(token);
  }

  queue(signal: AbortSignal): Promise<ReviewQueue> {
    return answer(this.#client.GET('/v1/reviews', { signal: patient(signal) }));
  }

  agreement(signal: AbortSignal): Promise<ReviewAgreement> {
    return answer(this.#client.GET('/v1/reviews/agreement', { signal: patient(signal) }));
  }

  /** The most urgent case that fits, or the one that this person works on already. */
  next(signal: AbortSignal): Promise<ReviewCase> {
    return answer(this.#client.POST('/v1/reviews/next', { signal: patient(signal) }));
  }

  byCode(code: string, signal: AbortSignal): Promise<ReviewCase> {
    return answer(this.#client.POST('/v1/reviews/by-code', { body: { code }, signal: patient(signal) }));
  }

  lock(id: string, signal: AbortSignal): Promise<ReviewCase> {
    const params = { path: { id } };
    return answer(this.#client.POST('/v1/reviews/{id}/lock', { params, signal: patient(signal) }));
  }

  release(id: string, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(this.#client.DELETE('/v1/reviews/{id}/lock', { params, signal: patient(signal) }));
  }

  look(id: string, reason: ReviewReason, signal: AbortSignal): Promise<ReviewLook> {
    const params = { path: { id } };
    return answer(
      this.#client.POST('/v1/reviews/{id}/looks', { params, body: { reason }, signal: patient(signal) }),
    );
  }

  evidence(id: string, signal: AbortSignal): Promise<ReviewEvidence> {
    const params = { path: { id } };
    return answer(this.#client.GET('/v1/reviews/{id}/evidence', { params, signal: patient(signal) }));
  }

  async picture(id: string, picture: ReviewPicture, signal: AbortSignal): Promise<Blob> {
    const params = { path: { id, picture } };
    const file: unknown = await answer(
      this.#client.GET('/v1/reviews/{id}/pictures/{picture}', {
        params,
        parseAs: 'blob',
        signal: patient(signal),
      }),
    );
    return file as Blob;
  }

  decide(id: string, code: ReviewCode, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(
      this.#client.POST('/v1/reviews/{id}/decision', { params, body: { code }, signal: patient(signal) }),
    );
  }

  attest(id: string, attestation: Attestation, signal: AbortSignal): Promise<void> {
    const params = { path: { id } };
    return done(
      this.#client.POST('/v1/reviews/{id}/attestation', {
        params,
        body: attestation,
        signal: patient(signal),
      }),
    );
  }

  /** Names who settles a disagreement. */
  assign(id: string, staffId: string, signal: AbortSignal): Promise<ReviewCase> {
    const params = { path: { id } };
    return answer(
      this.#client.PUT('/v1/reviews/{id}/assignee', { params, body: { staffId }, signal: patient(signal) }),
    );
  }

  /** Puts cases of known outcome into the queue; nobody is told which they are. */
  seed(count: number, truth: SeedTruth, signal: AbortSignal): Promise<void> {
    return done(this.#client.POST('/v1/reviews/seeds', { body: { count, truth }, signal: patient(signal) }));
  }

  /** Exactly these from now on. */
  setSkills(staffId: string, skills: ReviewSkill[], signal: AbortSignal): Promise<void> {
    const params = { path: { staffId } };
    return done(
      this.#client.PUT('/v1/reviews/skills/{staffId}', { params, body: { skills }, signal: patient(signal) }),
    );
  }
}
