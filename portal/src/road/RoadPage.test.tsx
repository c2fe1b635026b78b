import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../testing/fakeServer';
import { pictureFile, visit } from '../testing/pages';

type Visit = ReturnType<typeof visit>;

/** jsdom has no camera, so this is also how somebody without one walks: with files. */
async function giveDocument({ user }: Visit) {
  await user.upload(await screen.findByTestId('document-file'), pictureFile());
  await user.type(screen.getByTestId('document-family-name'), 'Wu');
  await user.type(screen.getByTestId('document-given-names'), 'Mei');
  await user.type(screen.getByTestId('document-number'), 'x1234567');
  await user.type(screen.getByTestId('document-birth-date'), '1990-01-31');
  await user.type(screen.getByTestId('document-expiry-date'), '2035-01-31');
  await user.click(screen.getByTestId('document-continue'));
}

async function giveSelfie({ user }: Visit) {
  await user.upload(await screen.findByTestId('selfie-file'), pictureFile());
  await user.click(await screen.findByTestId('selfie-continue'));
}

describe('an applicant without a camera', () => {
  it('walks from the link to the verdict', async () => {
    const server = new FakeServer();
    const page = visit('/apply/a1#token', server);
    await page.user.click(await screen.findByTestId('consent-accept'));
    await giveDocument(page);
    await giveSelfie(page);
    expect(await screen.findByTestId('review')).toHaveTextContent('X1234567');
    await page.user.click(screen.getByTestId('submit'));
    expect(await screen.findByTestId('waiting')).toBeInTheDocument();
    server.decide();
    const verdict = await screen.findByTestId('verdict');
    expect(verdict).toHaveAttribute('data-outcome', 'VERIFIED');
    expect(verdict).toHaveTextContent('Your pictures were erased');
    const consent = server.calls('POST /v1/applications/a1/consent')[0];
    expect(consent?.json).toEqual({ textVersion: '1', locale: 'en', accepted: true });
    expect(consent?.authorization).toBe('Bearer nsc_session');
  });

  it('is told plainly that the camera cannot be used, and how to go on', async () => {
    const server = new FakeServer();
    const page = visit('/apply/a1#token', server);
    await page.user.click(await screen.findByTestId('consent-accept'));
    await giveDocument(page);
    expect(await screen.findByTestId('camera-failed')).toHaveTextContent('Give a file instead');
    expect(screen.getByTestId('selfie-file')).toBeEnabled();
  });
});

describe('the link', () => {
  it('leaves the address bar once it has opened the session', async () => {
    visit('/apply/a1#token', new FakeServer());
    await screen.findByTestId('consent');
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/apply\/a1$/));
  });

  it.each([
    [410, 'capture-link-expired', 'expired'],
    [409, 'capture-link-used', 'used'],
    [404, 'capture-link-unknown', 'unknown'],
  ])('that answers %d %s gets a page of its own', async (status, code, why) => {
    const server = new FakeServer();
    server.once('POST /v1/capture-sessions', () => problem(status, code));
    visit('/apply/a1#token', server);
    expect(await screen.findByTestId('link-closed')).toHaveAttribute('data-why', why);
  });

  it('that belongs to another application opens nothing', async () => {
    visit('/apply/another#token', new FakeServer());
    expect(await screen.findByTestId('link-closed')).toHaveAttribute('data-why', 'unknown');
  });

  it('without its token, in a tab without a session, asks for the link', async () => {
    visit('/apply/a1', new FakeServer());
    expect(await screen.findByTestId('link-closed')).toHaveAttribute('data-why', 'missing');
  });

  it('is not used up when the connection is lost: trying again opens it', async () => {
    const server = new FakeServer();
    server.once('POST /v1/capture-sessions', () => Promise.reject(new TypeError('Failed to fetch')));
    const { user } = visit('/apply/a1#token', server);
    await user.click(await screen.findByTestId('retry'));
    expect(await screen.findByTestId('consent')).toBeInTheDocument();
  });
});

describe('a reload', () => {
  it('goes on at the same step without the token', async () => {
    const server = new FakeServer();
    const page = visit('/apply/a1#token', server);
    await page.user.click(await screen.findByTestId('consent-accept'));
    await giveDocument(page);
    await screen.findByTestId('selfie');
    page.unmount();
    visit('/apply/a1', server);
    expect(await screen.findByTestId('selfie')).toBeInTheDocument();
    expect(server.calls('POST /v1/capture-sessions')).toHaveLength(1);
  });

  it('with the token still in the address does not spend it twice', async () => {
    const server = new FakeServer();
    visit('/apply/a1#token', server).unmount();
    await waitFor(() => expect(sessionStorage).toHaveLength(1));
    visit('/apply/a1#token', server);
    expect(await screen.findByTestId('consent')).toBeInTheDocument();
    expect(server.calls('POST /v1/capture-sessions')).toHaveLength(1);
  });

  it('after the session ended says so, and forgets the session', async () => {
    const server = new FakeServer();
    sessionStorage.setItem('namesake.session.a1', 'nsc_session');
    server.once('GET /v1/applications/a1', () => problem(401, 'not-authenticated'));
    visit('/apply/a1', server);
    expect(await screen.findByTestId('link-closed')).toHaveAttribute('data-why', 'ended');
    expect(sessionStorage).toHaveLength(0);
  });

  it.each([
    ['SUBMITTED', 'waiting'],
    ['VERIFIED', 'verdict'],
    ['EXPIRED', 'verdict'],
  ] as const)('of an application that is %s shows the %s', async (state, step) => {
    const server = new FakeServer();
    sessionStorage.setItem('namesake.session.a1', 'nsc_session');
    server.application = { ...server.application, state };
    if (state === 'VERIFIED') {
      server.decide();
    }
    visit('/apply/a1', server);
    const shown = await screen.findByTestId(step);
    if (step === 'verdict') {
      expect(shown).toHaveAttribute('data-outcome', state);
    }
  });
});

describe('what goes wrong on the way', () => {
  const arrive = (server: FakeServer) => {
    sessionStorage.setItem('namesake.session.a1', 'nsc_session');
    server.application = { ...server.application, state: 'CONSENTED' };
    return visit('/apply/a1', server);
  };
  const document = 'POST /v1/applications/a1/document';

  it('is said in the words of the server, and nothing typed is lost', async () => {
    const server = new FakeServer();
    server.once(document, () => problem(422, 'no-face'));
    const page = arrive(server);
    await giveDocument(page);
    const notice = await screen.findByTestId('problem');
    expect(notice).toHaveTextContent('Title of no-face');
    expect(notice).toHaveTextContent('Next step of no-face');
    expect(within(notice).queryByTestId('retry')).not.toBeInTheDocument();
    expect(screen.getByTestId('document-family-name')).toHaveValue('Wu');
    expect(screen.getByTestId('document-picture')).toBeInTheDocument();
  });

  it('can be tried again after a lost connection', async () => {
    const server = new FakeServer();
    server.once(document, () => Promise.reject(new TypeError('Failed to fetch')));
    const page = arrive(server);
    await giveDocument(page);
    await page.user.click(await screen.findByTestId('retry'));
    expect(await screen.findByTestId('selfie')).toBeInTheDocument();
  });

  it('needs no button when the server is only busy', async () => {
    const server = new FakeServer();
    server.once(document, () => problem(503, 'busy', { 'Retry-After': '1' }));
    const page = arrive(server);
    await giveDocument(page);
    expect(await screen.findByText(/server is busy/)).toBeInTheDocument();
    expect(await screen.findByTestId('selfie')).toBeInTheDocument();
    expect(server.calls(document)).toHaveLength(2);
  });

  it('shows every field that is not right, and sends nothing', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.click(await screen.findByTestId('document-continue'));
    expect(screen.getByTestId('document-number')).toHaveAccessibleDescription('Please fill this in.');
    expect(screen.getByText('Take or choose a picture of the document.')).toBeInTheDocument();
    expect(server.calls(document)).toHaveLength(0);
  });

  it('follows the server when another tab has submitted already', async () => {
    const server = new FakeServer();
    server.once(document, () => {
      server.application = { ...server.application, state: 'SUBMITTED' };
      return problem(409, 'already-submitted');
    });
    await giveDocument(arrive(server));
    expect(await screen.findByTestId('waiting')).toBeInTheDocument();
  });

  it('shows the new text when the one that was read is out of date', async () => {
    const server = new FakeServer();
    server.once('POST /v1/applications/a1/consent', () => problem(409, 'consent-text-outdated'));
    const { user } = visit('/apply/a1#token', server);
    await user.click(await screen.findByTestId('consent-accept'));
    expect(await screen.findByText(/The text has changed/)).toBeInTheDocument();
    expect(server.calls('GET /v1/consent-texts/current')).toHaveLength(2);
    await user.click(screen.getByTestId('consent-accept'));
    expect(await screen.findByTestId('document')).toBeInTheDocument();
  });
});

describe('the other way', () => {
  it('is offered beside the consent, and needs no face', async () => {
    const server = new FakeServer();
    const { user } = visit('/apply/a1#token', server);
    await user.click(await screen.findByTestId('attended-check'));
    expect(await screen.findByTestId('reason')).toHaveAttribute('data-code', 'ATTENDED_CHECK_REQUESTED');
    expect(server.calls('POST /v1/applications/a1/consent')).toHaveLength(0);
  });

  it('is offered after a refusal that a person can overcome, as the server says, and not after another', async () => {
    const reason = { title: 'Title', explanation: 'Explanation', nextStep: 'Next step' };
    for (const [code, mayAskForPerson] of [
      ['FACE_DOES_NOT_MATCH', true],
      ['DOCUMENT_NOT_GENUINE', true],
      ['DOCUMENT_EXPIRED', false],
    ] as const) {
      const server = new FakeServer();
      server.application = { ...server.application, mayAskForPerson };
      sessionStorage.setItem('namesake.session.a1', 'nsc_session');
      server.decision = { ...server.decision, outcome: 'REFUSED', reasons: [{ code, ...reason }] };
      server.decide();
      const page = visit('/apply/a1', server);
      expect(await screen.findByTestId('reason')).toHaveTextContent(
        'TitleExplanationWhat you can do: Next step',
      );
      expect(screen.queryAllByTestId('attended-check')).toHaveLength(mayAskForPerson ? 1 : 0);
      page.unmount();
    }
  });
});

describe('a made-up applicant', () => {
  it('fills in the document and gives the selfie, in the demo only', async () => {
    const server = new FakeServer();
    server.isDemo = true;
    const { user } = visit('/apply/a1#token', server);
    await user.click(await screen.findByTestId('consent-accept'));
    await user.click(await screen.findByTestId('document-sample-s1'));
    await waitFor(() => expect(screen.getByTestId('document-number')).toHaveValue('X1234567'));
    await user.click(screen.getByTestId('document-continue'));
    await screen.findByTestId('selfie');
    await user.click(await screen.findByTestId('selfie-sample-s1'));
    await user.click(await screen.findByTestId('selfie-continue'));
    expect(await screen.findByTestId('review')).toBeInTheDocument();
  });
});

it('a consent is taken back after one question, and a person looks instead', async () => {
  const server = new FakeServer();
  server.application = {
    ...server.application,
    state: 'CONSENTED',
    consent: { textVersion: '1', givenAt: server.application.createdAt, withdrawnAt: null },
  };
  server.always.set('POST /v1/applications/a1/consent/withdrawal', () => {
    const at = server.application.createdAt;
    server.application = {
      ...server.application,
      state: 'REVIEW',
      consent: { textVersion: '1', givenAt: at, withdrawnAt: at },
      attendedCheck: { requestedAt: at },
    };
    return Response.json(server.application);
  });
  const { user } = visit('/apply/a1#tok', server);
  await user.click(await screen.findByTestId('withdraw-consent'));
  expect(screen.getByTestId('withdraw-consent-question')).toHaveTextContent('is erased at once');
  expect(server.calls('POST /v1/applications/a1/consent/withdrawal')).toHaveLength(0);
  await user.click(screen.getByTestId('withdraw-consent-confirm'));
  expect(await screen.findByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW');
  expect(screen.queryByTestId('withdraw-consent')).toBeNull();
});
