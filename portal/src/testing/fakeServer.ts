/**
 * A server in memory that answers as the contract says, for tests of the pages. It decides nothing by itself: a test says
 * what the next selfie looks like and what the outcome will be.
 */
import type {
  Application,
  ChallengeResult,
  Decision,
  DocumentReading,
  SelfieAssessment,
  WalletRequestStanding,
} from '../api/types';

export interface Recorded {
  method: string;
  path: string;
  authorization: string | null;
  /** What a page sends beside a session's cookie. */
  csrf: string | null;
  language: string | null;
  idempotencyKey: string | null;
  json: unknown;
}

type Reply = () => Response | Promise<Response>;

const at = '2026-11-23T10:00:00Z';

export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: `/problems/${code}`, title: `Title of ${code}`, status, code, nextStep: `Next step of ${code}` },
    { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
  );

export const standing = (
  state: WalletRequestStanding['state'],
  nextStep: string | null = null,
): WalletRequestStanding => ({
  state,
  expiresAt: null,
  problem: nextStep === null ? null : 'wallet-declined',
  nextStep,
});

export const goodFrame: SelfieAssessment = { usable: true, hints: [] };

export class FakeServer {
  readonly requests: Recorded[] = [];
  application: Application = {
    id: 'a1',
    purpose: 'NEW_LINE',
    service: 'MOBILE',
    line: '+8613800138000',
    sim: null,
    locale: 'en',
    state: 'CREATED',
    createdAt: at,
    updatedAt: at,
    consent: null,
    document: null,
    selfie: null,
    challenge: { policy: 'OPTIONAL', answered: false, pausedUntil: null },
    attendedCheck: null,
    mayAskForPerson: true,
    decision: null,
  };
  others: Application[] = [];
  /** Replies that are given once, in order, before anything else, by `METHOD /path`. */
  readonly next = new Map<string, Reply[]>();
  assessment: SelfieAssessment = {
    usable: false,
    hints: [{ code: 'come-closer', message: 'Come closer' }],
  };
  decision: Decision = { outcome: 'VERIFIED', reasons: [], decidedAt: at, imagesErasedAt: at };
  /** What comes of the next film. */
  challengeResult: ChallengeResult = {
    verdict: 'PASSED',
    movements: [],
    advice: [],
    keptFrame: 0,
    attemptsLeft: 5,
    pausedUntil: null,
  };
  /** What the next document says. */
  reading: DocumentReading = {
    source: 'CHIP',
    strength: 'STRONG',
    documentCode: 'P',
    issuer: 'UTO',
    familyName: 'MUELLER',
    givenNames: 'ANNA',
    nativeName: null,
    documentNumber: 'X12345678',
    birthDate: '1990-05-17',
    expiryDate: '2035-12-31',
    portrait: true,
    checks: [
      {
        code: 'CHIP_SIGNATURE',
        result: 'PASSED',
        title: 'The issuer’s signature on the chip',
        confidence: null,
      },
    ],
  };
  /** What is said of the request to a wallet, once it was asked. */
  wallet: WalletRequestStanding = standing('NOT_OFFERED');
  /** Until then, half of a watched upload is under way. */
  lineFree: () => Promise<unknown> = () => Promise.resolve();
  linkUsed = false;
  isDemo = false;
  operatorKey = 'nsk_operator';

  /** Replies that are given each time, by `METHOD /path`. */
  readonly always = new Map<string, Reply>();

  once(call: string, reply: Reply): void {
    this.next.set(call, [...(this.next.get(call) ?? []), reply]);
  }

  calls(call: string): Recorded[] {
    return this.requests.filter((request) => `${request.method} ${request.path}` === call);
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request =
      input instanceof Request ? input : new Request(new URL(input.toString(), 'http://localhost'), init);
    const path = new URL(request.url).pathname;
    const call = `${request.method} ${path}`;
    const isJson = request.headers.get('Content-Type')?.includes('json') === true;
    this.requests.push({
      method: request.method,
      path,
      authorization: request.headers.get('Authorization'),
      csrf: request.headers.get('X-CSRF-Token'),
      language: request.headers.get('Accept-Language'),
      idempotencyKey: request.headers.get('Idempotency-Key'),
      json: isJson ? await request.json() : null,
    });
    const reply = this.next.get(call)?.shift() ?? this.always.get(call);
    const response = reply === undefined ? this.#answer(call, request) : await reply();
    request.signal.throwIfAborted();
    return response;
  };

  #answer(call: string, request: Request): Response {
    const id = this.application.id;
    switch (call) {
      case 'POST /v1/capture-sessions':
        if (this.linkUsed) {
          return problem(409, 'capture-link-used');
        }
        this.linkUsed = true;
        return Response.json(
          { applicationId: id, sessionToken: 'nsc_session', expiresAt: at },
          { status: 201 },
        );
      case 'GET /v1/consent-texts/current':
        return Response.json(consentText(new URL(request.url).searchParams.get('locale') ?? 'en'));
      case 'GET /v1/staff/session':
        return Response.json({ session: null, elsewhere: null });
      case 'GET /v1/demo':
        return this.isDemo ? Response.json(demo(this.operatorKey)) : problem(404, 'not-found');
      case 'POST /v1/demo/wallets/s1':
        this.walletAnswers();
        return new Response(null, { status: 204 });
      case 'GET /picture.png':
        // The page's own kind of Blob: jsdom's forms know no other.
        return Object.assign(new Response('picture'), { blob: () => Promise.resolve(new Blob(['picture'])) });
      default:
        return request.headers.get('Authorization') === 'Bearer nsc_session'
          ? this.#answerApplicant(call)
          : this.#answerOperator(call, request);
    }
  }

  #answerApplicant(call: string): Response {
    const road = `/v1/applications/${this.application.id}`;
    switch (call) {
      case `GET ${road}`:
        break;
      case `POST ${road}/consent`:
        this.#change({ state: 'CONSENTED', consent: { textVersion: '1', givenAt: at, withdrawnAt: null } });
        break;
      case `POST ${road}/document`:
        this.#change({
          document: { receivedAt: at, source: 'TYPED', strength: 'NONE', confirmed: true },
        });
        break;
      case `POST ${road}/document/chip`:
        this.#change({
          document: { receivedAt: at, source: 'CHIP', strength: 'STRONG', confirmed: false },
        });
        break;
      case `GET ${road}/wallet-request`:
        return Response.json(this.wallet);
      case `POST ${road}/wallet-request`:
        this.wallet = standing('WAITING');
        return Response.json(
          { link: 'openid4vp://?client_id=c&request_uri=r', expiresAt: at },
          { status: 201 },
        );
      case `POST ${road}/document/pages`:
        this.#change({
          document: { receivedAt: at, source: 'PRINT', strength: 'FAIR', confirmed: false },
        });
        break;
      case `GET ${road}/document/reading`:
        return Response.json(this.reading);
      case `GET ${road}/document/portrait`:
        // The page's own kind of Blob: jsdom's forms know no other.
        return Object.assign(new Response('picture'), { blob: () => Promise.resolve(new Blob(['picture'])) });
      case `PUT ${road}/document/fields`:
        if (this.application.document !== null) {
          this.#change({ document: { ...this.application.document, confirmed: true } });
        }
        break;
      case `POST ${road}/selfie`:
        this.#change({ selfie: { receivedAt: at } });
        break;
      case `POST ${road}/selfie/assessment`:
        return Response.json(this.assessment);
      case `POST ${road}/challenge`:
        return Response.json(
          {
            nonce: 'n1',
            movements: ['TURN_LEFT', 'BLINK', 'COME_CLOSER'],
            expiresAt: at,
            attemptsLeft: 4,
            mostFrames: 24,
            mostFrameBytes: 400_000,
          },
          { status: 201 },
        );
      case `POST ${road}/challenge/n1/frames`:
        if (this.challengeResult.keptFrame !== null) {
          this.keepFilmed();
        }
        return Response.json(this.challengeResult);
      case `POST ${road}/submit`:
        this.#change({ state: 'SUBMITTED' });
        return Response.json(this.application, { status: 202 });
      case `POST ${road}/attended-check`:
        this.decision = attendedDecision;
        this.decide();
        break;
      case `GET ${road}/appointment`:
        return problem(404, 'appointment-unknown');
      default:
        return problem(404, 'not-found');
    }
    return Response.json(this.application);
  }

  #answerOperator(call: string, request: Request): Response {
    const shown = request.headers.get('Authorization');
    if (shown !== `Bearer ${this.operatorKey}`) {
      // Any other token is good, and finds what its test has said.
      return shown?.startsWith('Bearer nsk_') === true
        ? problem(401, 'not-authenticated')
        : problem(404, 'not-found');
    }
    const { line, service, id } = this.application;
    switch (call) {
      case 'GET /v1/applications':
        return Response.json({ applications: [this.application, ...this.others] });
      case 'GET /v1/lines': {
        const status = this.application.state === 'VERIFIED' ? 'ACTIVE' : 'PENDING';
        return Response.json({ lines: [{ line, service, status, since: at, applicationId: id }] });
      }
      case 'GET /v1/disputes':
        return Response.json({ disputes: [] });
      case 'GET /v1/staff':
        return Response.json({ staff: [] });
      case 'GET /v1/webhook-endpoints':
        return Response.json({ endpoints: [] });
      case 'POST /v1/applications': {
        const captureLink = { url: 'http://localhost/apply/a2#tok', expiresAt: at };
        return Response.json({ id: 'a2', line, service, captureLink }, { status: 201 });
      }
      default:
        return problem(404, 'not-found');
    }
  }

  /** A frame of the film is the selfie now. */
  keepFilmed(): void {
    this.#change({
      selfie: { receivedAt: at },
      challenge: { ...this.application.challenge, answered: true },
    });
  }

  /** The wallet has answered. */
  walletAnswers(): void {
    this.wallet = standing('RECEIVED');
    this.#change({
      document: { receivedAt: at, source: 'WALLET', strength: 'STRONG', confirmed: false },
    });
  }

  /** The decision falls, as it would on the server's own time. */
  decide(): void {
    this.#change({ state: this.decision.outcome, decision: this.decision });
  }

  #change(change: Partial<Application>): void {
    const updatedAt = new Date(Date.parse(this.application.updatedAt) + 1000).toISOString();
    this.application = { ...this.application, updatedAt, ...change };
  }
}

export const attendedDecision: Decision = {
  outcome: 'REVIEW',
  decidedAt: at,
  imagesErasedAt: at,
  reasons: [
    {
      code: 'ATTENDED_CHECK_REQUESTED',
      title: 'You asked for a check by a person',
      explanation: 'No face scan was made.',
      nextStep: 'Take your document to a shop.',
    },
  ],
};

function consentText(locale: string) {
  return {
    version: '1',
    locale,
    title: locale === 'en' ? 'May we compare your face?' : '可以比对您的面部吗？',
    paragraphs: ['We compare one face with one portrait.'],
    purposes: ['To register this line.'],
    alternative: 'A trained person checks your document.',
  };
}

function demo(apiKey: string) {
  const fields = { familyName: 'Wu', givenNames: 'Mei', documentNumber: 'X1234567', birthDate: '1990-01-31' };
  const sample = { id: 's1', label: 'Mei', documentUrl: '/picture.png', selfieUrl: '/picture.png' };
  return {
    operator: { name: 'Demo', apiKey },
    samples: [{ ...sample, fields: { ...fields, expiryDate: '2035-01-31' } }],
  };
}
