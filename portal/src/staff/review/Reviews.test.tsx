import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReviewCase, ReviewEvidence, StaffRole } from '../../api/types';
import { FakeServer, problem } from '../../testing/fakeServer';
import { staffServer } from '../../testing/lines';
import { visit } from '../../testing/pages';
import { staffToken } from '../token';

const later = '2099-12-08T10:00:00Z';
const aCase: ReviewCase = {
  id: 'c1',
  kind: 'PICTURES',
  state: 'LOCKED',
  skill: 'GENERAL',
  reasons: ['FACE_MATCH_INCONCLUSIVE'],
  openedAt: '2026-11-23T10:00:00Z',
  dueBy: later,
  lockedUntil: later,
  overdue: false,
};
const text = {
  familyName: 'WU',
  givenNames: 'MEI',
  nativeName: null,
  documentNumber: 'X1',
  birthDate: '1990-01-31',
  expiryDate: null,
};
const evidence: ReviewEvidence = {
  source: 'PRINT',
  strength: 'FAIR',
  confirmed: { ...text, givenNames: 'MEI LI' },
  read: text,
  corrected: ['GIVEN_NAMES'],
  challengePassed: true,
  checks: [{ code: 'MRZ_CHECK_DIGITS', result: 'PASSED' }],
  doubts: [],
  pictures: ['DOCUMENT', 'SELFIE'],
};

function signedIn(server: FakeServer, roles: StaffRole[]) {
  staffServer(server, roles);
  staffToken.keep('nst_token');
  return visit('/staff', server);
}

function reviewServer() {
  const server = new FakeServer();
  server.always.set('POST /v1/reviews/next', () => Response.json(aCase));
  server.always.set('POST /v1/reviews/c1/looks', () =>
    Response.json({ reason: 'COMPARE_FACES', until: later }, { status: 201 }),
  );
  server.always.set('GET /v1/reviews/c1/evidence', () => Response.json(evidence));
  for (const picture of ['DOCUMENT', 'SELFIE']) {
    server.always.set(`GET /v1/reviews/c1/pictures/${picture}`, () => new Response('picture'));
  }
  server.always.set('POST /v1/reviews/c1/decision', () => new Response(null, { status: 204 }));
  return server;
}

describe('a case', () => {
  it('shows nothing before a reason is given, and is then decided', async () => {
    const server = reviewServer();
    const { user } = signedIn(server, ['REVIEWER']);
    await user.click(await screen.findByTestId('review-next'));
    expect(await screen.findByTestId('review-case')).toHaveTextContent('The comparison is not clear enough');
    expect(server.requests.filter(({ path }) => path.includes('pictures'))).toEqual([]);
    await user.click(screen.getByTestId('review-reason-COMPARE_FACES'));
    await user.click(screen.getByTestId('review-look'));
    expect(await screen.findByTestId('review-evidence')).toHaveTextContent(
      'The check digits of the machine-readable lines: Yes',
    );
    expect(await screen.findAllByTestId('review-picture')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Larger: Selfie' }));
    expect(screen.getByRole('img', { name: 'Selfie' })).toHaveAttribute('width', '150%');
    await user.click(screen.getByTestId('review-decide'));
    expect(screen.getByText('Please choose one.')).toBeInTheDocument();
    await user.click(screen.getByTestId('review-code-IDENTITY_CONFIRMED'));
    await user.click(screen.getByTestId('review-decide'));
    expect(await screen.findByTestId('done')).toHaveTextContent('What you found is noted');
    expect(server.calls('POST /v1/reviews/c1/looks')[0]?.json).toEqual({ reason: 'COMPARE_FACES' });
    expect(server.calls('POST /v1/reviews/c1/decision')[0]?.json).toEqual({ code: 'IDENTITY_CONFIRMED' });
  });

  it('says how to allow one more line than the rules do, and is decided by the same once again', async () => {
    const server = reviewServer();
    server.once('POST /v1/reviews/c1/decision', () => problem(409, 'line-limit-reached'));
    const { user } = signedIn(server, ['REVIEWER']);
    await user.click(await screen.findByTestId('review-next'));
    await user.click(await screen.findByTestId('review-look'));
    await user.click(await screen.findByTestId('review-code-IDENTITY_CONFIRMED'));
    await user.click(screen.getByTestId('review-decide'));
    expect(await screen.findByTestId('one-more-line')).toHaveTextContent('send the same once again');
    await user.click(screen.getByTestId('review-decide'));
    expect(await screen.findByTestId('done')).toBeInTheDocument();
    expect(server.calls('POST /v1/reviews/c1/decision')).toHaveLength(2);
  });

  it('is closed to the eye when the look is over', async () => {
    const server = reviewServer();
    server.always.set('POST /v1/reviews/c1/looks', () =>
      Response.json({ reason: 'FIRST_IMPRESSION', until: '2020-01-01T00:00:00Z' }, { status: 201 }),
    );
    const { user } = signedIn(server, ['REVIEWER']);
    await user.click(await screen.findByTestId('review-next'));
    await user.click(await screen.findByTestId('review-look'));
    expect(await screen.findByText(/The look is over/)).toBeInTheDocument();
    expect(screen.queryByTestId('review-evidence')).toBeNull();
  });

  it('that is not there is no error', async () => {
    const server = reviewServer();
    server.once('POST /v1/reviews/next', () => problem(404, 'case-unknown'));
    const { user } = signedIn(server, ['REVIEWER']);
    await user.click(await screen.findByTestId('review-next'));
    expect(await screen.findByTestId('done')).toHaveTextContent('Nothing waits');
  });

  it('can be given back', async () => {
    const server = reviewServer();
    server.always.set('DELETE /v1/reviews/c1/lock', () => new Response(null, { status: 204 }));
    const { user } = signedIn(server, ['REVIEWER']);
    await user.click(await screen.findByTestId('review-next'));
    await user.click(await screen.findByTestId('review-release'));
    expect(await screen.findByTestId('review-next')).toBeInTheDocument();
  });
});

describe('a check in person', () => {
  it('is opened by the code and attested without any picture', async () => {
    const server = reviewServer();
    server.always.set('POST /v1/reviews/by-code', () => Response.json({ ...aCase, kind: 'ATTENDED' }));
    server.always.set('POST /v1/reviews/c1/attestation', () => new Response(null, { status: 204 }));
    const { user } = signedIn(server, ['AGENT']);
    await user.type(await screen.findByTestId('attended-code'), 'K7QM-4TXA');
    await user.click(screen.getByTestId('attended-open'));
    await user.click(await screen.findByTestId('attest-submit'));
    expect(screen.getByText(/Please fill in every field/)).toBeInTheDocument();
    await user.type(screen.getByTestId('attest-familyName'), 'Wu');
    await user.type(screen.getByTestId('attest-documentNumber'), 'X1234567');
    await user.type(screen.getByTestId('attest-birthDate'), '1990-01-31');
    await user.click(screen.getByTestId('attest-MAGNIFIER'));
    await user.click(screen.getByTestId('attest-same'));
    await user.click(screen.getByTestId('attest-submit'));
    expect(await screen.findByTestId('done')).toBeInTheDocument();
    expect(server.calls('POST /v1/reviews/c1/attestation')[0]?.json).toEqual({
      document: 'IDENTITY_CARD',
      familyName: 'Wu',
      givenNames: '',
      documentNumber: 'X1234567',
      birthDate: '1990-01-31',
      expiryDate: null,
      examined: ['SECURITY_FEATURES', 'MAGNIFIER'],
      personIsHolder: true,
    });
  });

  it('with a wrong code says what to do', async () => {
    const server = reviewServer();
    server.always.set('POST /v1/reviews/by-code', () => problem(404, 'appointment-unknown'));
    const { user } = signedIn(server, ['AGENT']);
    await user.type(await screen.findByTestId('attended-code'), 'WRONG');
    await user.click(screen.getByTestId('attended-open'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of appointment-unknown');
  });
});

it('a supervisor sees what waits and how far decisions agree', async () => {
  const server = new FakeServer();
  const share = { value: 0.9, low: 0.7, high: 0.97 };
  server.always.set('GET /v1/reviews', () =>
    Response.json({ open: 7, locked: 1, overdue: 2, attended: 0, awaitingSecond: 3, disputed: 0 }),
  );
  server.always.set('GET /v1/reviews/agreement', () =>
    Response.json({
      seeded: 20,
      amongReviewers: { cases: 10, alike: 9, share, kappa: null },
      withTruth: { cases: 0, alike: 0, share: null, kappa: null },
    }),
  );
  signedIn(server, ['SUPERVISOR']);
  await waitFor(() => expect(screen.getByTestId('queue-overdue')).toHaveTextContent('2'));
  expect(screen.getByTestId('review-queue')).toHaveTextContent('9 of 10 alike90 % (70 % – 97 %)');
});
