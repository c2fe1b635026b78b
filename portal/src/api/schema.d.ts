// Written by hand after the contract until the server's docs/api/openapi.json exists; then generated from it.
export interface components {
  schemas: {
    Problem: { type?: string; title: string; status: number; detail?: string; code: string; nextStep: string };
    CaptureLink: { url: string; expiresAt: string };
    Reason: { code: string; title: string; explanation: string; nextStep: string };
    Box: { x: number; y: number; width: number; height: number };
    Decision: {
      outcome: 'VERIFIED' | 'REFUSED' | 'REVIEW';
      reasons: components['schemas']['Reason'][];
      decidedAt: string;
      imagesErasedAt: string | null;
    };
    Application: {
      id: string;
      service: 'MOBILE' | 'FIXED' | 'INTERNET';
      line: string;
      locale: string;
      state: 'CREATED' | 'CONSENTED' | 'SUBMITTED' | 'VERIFIED' | 'REFUSED' | 'REVIEW' | 'EXPIRED';
      createdAt: string;
      updatedAt: string;
      consent: { textVersion: string; givenAt: string } | null;
      document: { receivedAt: string } | null;
      selfie: { receivedAt: string } | null;
      attendedCheck: { requestedAt: string } | null;
      decision: components['schemas']['Decision'] | null;
    };
    CreatedApplication: {
      id: string;
      service: 'MOBILE' | 'FIXED' | 'INTERNET';
      line: string;
      locale: string;
      state: string;
      createdAt: string;
      captureLink: components['schemas']['CaptureLink'];
    };
    CaptureSession: { applicationId: string; sessionToken: string; expiresAt: string };
    ConsentText: {
      version: string;
      locale: string;
      title: string;
      paragraphs: string[];
      purposes: string[];
      alternative: string;
    };
    DocumentFields: {
      familyName: string;
      givenNames: string;
      documentNumber: string;
      birthDate: string;
      expiryDate: string | null;
    };
    SelfieAssessment: {
      usable: boolean;
      code: string | null;
      hints: { code: string; message: string }[];
      face: { box: components['schemas']['Box'] } | null;
    };
    Line: { line: string; service: 'MOBILE' | 'FIXED' | 'INTERNET'; status: 'PENDING' | 'ACTIVE'; since: string; applicationId: string };
    WebhookEndpoint: {
      id: string;
      url: string;
      description?: string | null;
      eventTypes: string[];
      createdAt: string;
    };
    CreatedWebhookEndpoint: components['schemas']['WebhookEndpoint'] & { secret: string };
    Delivery: {
      eventId: string;
      type: string;
      status: 'PENDING' | 'DELIVERED' | 'GIVEN_UP';
      nextAttemptAt: string | null;
      attempts: { at: string; httpStatus: number | null; durationMillis: number; error: string | null }[];
    };
    Sample: {
      id: string;
      label: string;
      fields: components['schemas']['DocumentFields'];
      documentUrl: string;
      selfieUrl: string;
    };
    Demo: { operator: { name: string; apiKey: string }; samples: components['schemas']['Sample'][] };
  };
}

type Answer<T> = { 200: { content: { 'application/json': T } }; default: { content: { 'application/problem+json': components['schemas']['Problem'] } } };
type Get<T, P = object> = { parameters: P; responses: Answer<T> };
type Post<T, B, P = object> = { parameters: P; requestBody: { content: B }; responses: Answer<T> };
type S = components['schemas'];
type Id = { path: { id: string } };
type Limit = { query?: { limit?: number } };

export interface paths {
  '/v1/applications': {
    get: Get<{ applications: S['Application'][] }, Limit>;
    post: Post<S['CreatedApplication'], { 'application/json': { service: string; line: string; locale: string } }>;
  };
  '/v1/capture-sessions': { post: Post<S['CaptureSession'], { 'application/json': { token: string } }> };
  '/v1/applications/{id}': { get: Get<S['Application'], Id> };
  '/v1/consent-texts/current': { get: Get<S['ConsentText'], { query: { locale: string } }> };
  '/v1/applications/{id}/consent': {
    post: Post<S['Application'], { 'application/json': { textVersion: string; locale: string; accepted: boolean } }, Id>;
  };
  '/v1/applications/{id}/document': {
    post: Post<S['Application'], { 'multipart/form-data': { image: string; fields: S['DocumentFields'] } }, Id>;
  };
  '/v1/applications/{id}/selfie': {
    post: Post<S['Application'], { 'multipart/form-data': { image: string } }, Id>;
  };
  '/v1/applications/{id}/selfie/assessment': {
    post: Post<S['SelfieAssessment'], { 'multipart/form-data': { image: string } }, Id>;
  };
  '/v1/applications/{id}/submit': { post: { parameters: Id; responses: Answer<S['Application']> } };
  '/v1/applications/{id}/attended-check': { post: { parameters: Id; responses: Answer<S['Application']> } };
  '/v1/lines': { get: Get<{ lines: S['Line'][] }, Limit> };
  '/v1/webhook-endpoints': {
    get: Get<{ endpoints: S['WebhookEndpoint'][] }>;
    post: Post<S['CreatedWebhookEndpoint'], { 'application/json': { url: string; description?: string } }>;
  };
  '/v1/webhook-endpoints/{id}': { delete: { parameters: Id; responses: Answer<unknown> } };
  '/v1/webhook-endpoints/{id}/deliveries': { get: Get<{ deliveries: S['Delivery'][] }, Id> };
  '/v1/demo': { get: Get<S['Demo']> };
  '/v1/demo/applications': {
    post: Post<S['CreatedApplication'], { 'application/json': { service: string; locale: string } }>;
  };
}
