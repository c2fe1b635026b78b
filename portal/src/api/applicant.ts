/** What an applicant's page asks of the server. */
import { form } from '@namesake/client';
import { answer, api, patient } from './client';
import { openMyLines, type OpenedVisit } from './holder';
import { sending } from './sending';
import type { Shot } from '../camera/film';
import type {
  Application,
  Appointment,
  CameraFacts,
  CaptureSession,
  Challenge,
  ChallengeResult,
  ConsentText,
  DocumentFields,
  DocumentReading,
  FrameAssessment,
  Locale,
  SelfieAssessment,
  WalletRequest,
  WalletRequestStanding,
} from './types';

/**
 * Some two megabytes, which a slow line takes minutes for. The server takes them for three minutes after it has drawn the challenge, and
 * says so when they are over: it, not we, is to have the last word.
 */
const filmPatienceMillis = 170_000;

/** Trades the token of a capture link for a session. Works once per token. */
export function openSession(token: string, signal: AbortSignal): Promise<CaptureSession> {
  return answer(api(null).POST('/v1/capture-sessions', { body: { token }, signal: patient(signal) }));
}

export function consentText(locale: Locale, signal: AbortSignal): Promise<ConsentText> {
  return answer(
    api(null).GET('/v1/consent-texts/current', { params: { query: { locale } }, signal: patient(signal) }),
  );
}

/** One application, seen and changed with its own session token. */
export class ApplicantApi {
  readonly #client;
  readonly #token: string;
  readonly #at: { path: { id: string } };

  constructor(id: string, sessionToken: string) {
    this.#client = api(sessionToken);
    this.#token = sessionToken;
    this.#at = { path: { id } };
  }

  application(signal: AbortSignal): Promise<Application> {
    return answer(this.#client.GET('/v1/applications/{id}', { params: this.#at, signal: patient(signal) }));
  }

  giveConsent(text: ConsentText, signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/consent', {
        params: this.#at,
        body: { textVersion: text.version, locale: text.locale, accepted: true },
        signal: patient(signal),
      }),
    );
  }

  /** Everything that was sent is erased, and a person looks instead. */
  withdrawConsent(signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/consent/withdrawal', {
        params: this.#at,
        signal: patient(signal),
      }),
    );
  }

  sendDocument(image: Blob, fields: DocumentFields, signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/document', {
        params: this.#at,
        body: form({ image, fields }),
        signal: patient(signal),
      }),
    );
  }

  /** The files of a chip, as a reader app has saved them. */
  sendChip(chip: Blob, signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/document/chip', {
        params: this.#at,
        body: form({ chip }),
        signal: patient(signal),
      }),
    );
  }

  /** A request to a digital wallet, in place of the one before. */
  askWallet(signal: AbortSignal): Promise<WalletRequest> {
    return answer(
      this.#client.POST('/v1/applications/{id}/wallet-request', {
        params: this.#at,
        signal: patient(signal),
      }),
    );
  }

  /** Where it stands, and whether wallets are asked here at all. */
  walletRequest(signal: AbortSignal): Promise<WalletRequestStanding> {
    return answer(
      this.#client.GET('/v1/applications/{id}/wallet-request', { params: this.#at, signal: patient(signal) }),
    );
  }

  /** Pictures of the document's sides, to be read. */
  sendPages(sides: readonly Blob[], signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/document/pages', {
        params: this.#at,
        body: form({ page: sides }),
        signal: patient(signal),
      }),
    );
  }

  /** What would make this frame a better picture of the document. The server keeps nothing of it. */
  assessDocument(frame: Blob, signal: AbortSignal): Promise<FrameAssessment> {
    return answer(
      this.#client.POST('/v1/applications/{id}/document/assessment', {
        params: this.#at,
        body: form({ image: frame }),
        signal: patient(signal),
      }),
    );
  }

  /** What was read of the document. */
  documentReading(signal: AbortSignal): Promise<DocumentReading> {
    return answer(
      this.#client.GET('/v1/applications/{id}/document/reading', {
        params: this.#at,
        signal: patient(signal),
      }),
    );
  }

  /** The portrait that was read, for the page's memory only. */
  async documentPortrait(signal: AbortSignal): Promise<Blob> {
    const file: unknown = await answer(
      this.#client.GET('/v1/applications/{id}/document/portrait', {
        params: this.#at,
        parseAs: 'blob',
        signal: patient(signal),
      }),
    );
    return file as Blob;
  }

  confirmDocument(fields: DocumentFields, signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.PUT('/v1/applications/{id}/document/fields', {
        params: this.#at,
        body: fields,
        signal: patient(signal),
      }),
    );
  }

  sendSelfie(image: Blob, signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/selfie', {
        params: this.#at,
        body: form({ image }),
        signal: patient(signal),
      }),
    );
  }

  /** What would make this frame a better selfie. The server keeps nothing of it. */
  assessSelfie(frame: Blob, signal: AbortSignal): Promise<SelfieAssessment> {
    return answer(
      this.#client.POST('/v1/applications/{id}/selfie/assessment', {
        params: this.#at,
        body: form({ image: frame }),
        signal: patient(signal),
      }),
    );
  }

  /** Movements to ask for. Each draw counts as an attempt until it is passed. */
  drawChallenge(signal: AbortSignal): Promise<Challenge> {
    return answer(
      this.#client.POST('/v1/applications/{id}/challenge', { params: this.#at, signal: patient(signal) }),
    );
  }

  /**
   * The frames that answer a challenge. The server keeps at most one of them.
   *
   * @param told what share of them was sent, 0 to 1
   */
  answerChallenge(
    nonce: string,
    shots: readonly Shot[],
    camera: CameraFacts | null,
    told: (share: number) => void,
    signal: AbortSignal,
  ): Promise<ChallengeResult> {
    const frames = shots.map(({ at, prompt }) => ({ at, prompt }));
    const pictures = shots.map(({ picture }) => picture);
    return answer(
      this.#client.POST('/v1/applications/{id}/challenge/{nonce}/frames', {
        params: { path: { ...this.#at.path, nonce } },
        body: form({ capture: { frames, camera }, frame: pictures }),
        fetch: sending(told),
        signal: patient(signal, filmPatienceMillis),
      }),
    );
  }

  submit(signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/submit', { params: this.#at, signal: patient(signal) }),
    );
  }

  /** The code by which an agent finds the application that waits for a person. */
  appointment(signal: AbortSignal): Promise<Appointment> {
    return answer(
      this.#client.GET('/v1/applications/{id}/appointment', { params: this.#at, signal: patient(signal) }),
    );
  }

  /** A session that shows the lines of the person; only shortly after the verification. */
  openMyLines(signal: AbortSignal): Promise<OpenedVisit> {
    return openMyLines(this.#token, signal);
  }

  askForAttendedCheck(signal: AbortSignal): Promise<Application> {
    return answer(
      this.#client.POST('/v1/applications/{id}/attended-check', {
        params: this.#at,
        signal: patient(signal),
      }),
    );
  }
}
