import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RemediationPhase, StaffRole } from '../api/types';
import { aRemediation } from '../testing/cases';
import { FakeServer, problem } from '../testing/fakeServer';
import { staffServer } from '../testing/lines';
import { visit } from '../testing/pages';
import { staffToken } from './token';

function signedIn(server: FakeServer, part: string, roles: StaffRole[]) {
  staffServer(server, roles);
  staffToken.keep('nst_token');
  return visit(`/staff?part=${part}`, server);
}

const figures = { alike: 0, cases: 0, share: null };
const agreement = { amongReviewers: figures, withTruth: figures };

function remediationServer(phase: RemediationPhase) {
  const server = new FakeServer();
  const remediation = { ...aRemediation, phase };
  let queue = [remediation];
  server.always.set('GET /v1/remediation-queue', () => Response.json({ remediations: queue }));
  server.always.set('GET /v1/remediation-queue/r1', () =>
    Response.json({ remediation, appealStatement: phase === 'APPEALED' ? 'I was in hospital.' : null }),
  );
  const decided = () => {
    queue = [];
    return Response.json({ ...remediation, phase: 'SETTLED' });
  };
  server.always.set('POST /v1/remediations/r1/decision', decided);
  server.always.set('POST /v1/remediations/r1/appeal-decision', decided);
  return server;
}

describe('a desk that is left open', () => {
  it.each([
    ['disputes', 'GET /v1/staff/disputes', 'dispute-row'],
    ['remediation', 'GET /v1/remediation-queue', 'remediation-row'],
    ['queue', 'GET /v1/reviews', 'review-queue'],
  ])(
    'stops asking for %s, so that its session can end, until somebody is there',
    async (part, call, shown) => {
      vi.useFakeTimers({ shouldAdvanceTime: true });
      const server = remediationServer('AWAITING_DECISION');
      server.always.set('GET /v1/reviews', () => Response.json({ open: 1 }));
      server.always.set('GET /v1/reviews/agreement', () => Response.json(agreement));
      signedIn(server, part, ['REVIEWER', 'AUDITOR']);
      await screen.findByTestId(shown);
      const asked = () => server.requests.filter(({ method, path }) => `${method} ${path}`.startsWith(call));
      await act(() => vi.advanceTimersByTimeAsync(5.5 * 60_000));
      const before = asked().length;
      expect(before).toBeGreaterThan(2);
      await act(() => vi.advanceTimersByTimeAsync(60 * 60_000));
      expect(asked()).toHaveLength(before);
      fireEvent.keyDown(document.body, { key: 'Tab' });
      await waitFor(() => expect(asked().length).toBeGreaterThan(before));
    },
  );
});

describe('a doubted line', () => {
  it('is decided by a person out of a closed list, after one question', async () => {
    const server = remediationServer('AWAITING_DECISION');
    const { user } = signedIn(server, 'remediation', ['REVIEWER']);
    await user.click(await screen.findByTestId('remediation-look'));
    await user.click(await screen.findByTestId('remediation-code-HARDSHIP'));
    await user.click(screen.getByTestId('remediation-decide'));
    expect(screen.getByTestId('remediation-decide-question')).toHaveTextContent('every limit is undone');
    await user.click(screen.getByTestId('remediation-decide-confirm'));
    await waitFor(() => expect(screen.queryByTestId('remediation-row')).toBeNull());
    expect(server.calls('POST /v1/remediations/r1/decision')[0]?.json).toEqual({ reason: 'HARDSHIP' });
  });

  it('that was appealed shows what its holder wrote; who decided before is sent to somebody else', async () => {
    const server = remediationServer('APPEALED');
    server.once('POST /v1/remediations/r1/appeal-decision', () => problem(403, 'not-allowed'));
    const { user } = signedIn(server, 'remediation', ['REVIEWER']);
    await user.click(await screen.findByTestId('remediation-look'));
    expect(await screen.findByTestId('remediation-statement')).toHaveTextContent('I was in hospital.');
    await user.click(screen.getByTestId('remediation-code-NOTHING_NEW'));
    await user.click(screen.getByTestId('remediation-decide'));
    await user.click(screen.getByTestId('remediation-decide-confirm'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of not-allowed');
  });

  it('that nobody was reached about has nothing to decide', async () => {
    const { user } = signedIn(remediationServer('UNREACHED'), 'remediation', ['REVIEWER']);
    await user.click(await screen.findByTestId('remediation-look'));
    expect(await screen.findByText(/No notice has arrived/)).toBeInTheDocument();
    expect(screen.queryByTestId('remediation-decide')).toBeNull();
  });

  it('is seen by a supervisor, who looks into none', async () => {
    signedIn(remediationServer('AWAITING_DECISION'), 'remediation', ['SUPERVISOR']);
    expect(await screen.findByTestId('remediation-row')).toBeInTheDocument();
    expect(screen.queryByTestId('remediation-look')).toBeNull();
  });
});

describe('an organisation', () => {
  function organisationServer() {
    const server = new FakeServer();
    const entry = { id: 'o1', country: 'DE', state: 'PENDING', registeredAt: '2026-11-23T10:00:00Z' };
    server.always.set('GET /v1/organisations', () => Response.json({ organisations: [entry] }));
    server.always.set('GET /v1/organisations/o1', () =>
      Response.json({
        ...entry,
        name: 'Example Trading Ltd.',
        registrationNumber: 'HRB 1',
        familyName: 'Wu',
        givenNames: 'Mei',
      }),
    );
    server.always.set('POST /v1/organisations/o1/decision', () => new Response(null, { status: 204 }));
    return server;
  }

  it.each([
    ['REGISTER_EXTRACT', { evidence: 'REGISTER_EXTRACT' }],
    ['EXTRACT_TOO_OLD', { refusal: 'EXTRACT_TOO_OLD' }],
  ])('is named only when it is looked at, and decided: %s', async (code, sent) => {
    const server = organisationServer();
    const { user } = signedIn(server, 'organisations', ['REVIEWER']);
    expect(await screen.findByTestId('organisation-waiting')).not.toHaveTextContent('Example Trading');
    await user.click(screen.getByTestId('organisation-look'));
    expect(await screen.findByText('Wu Mei')).toBeInTheDocument();
    await user.click(screen.getByTestId(`organisation-code-${code}`));
    await user.click(screen.getByTestId('organisation-decide'));
    await user.click(screen.getByTestId('organisation-decide-confirm'));
    expect(await screen.findByTestId('done')).toHaveTextContent('reads what you found');
    expect(server.calls('POST /v1/organisations/o1/decision')[0]?.json).toEqual(sent);
  });
});

describe('a supervisor', () => {
  function supervised() {
    const server = new FakeServer();
    const colleague = (id: string, name: string, role: StaffRole) => ({
      id,
      name,
      roles: [role],
      createdAt: '2026-11-23T10:00:00Z',
    });
    server.always.set('GET /v1/staff/colleagues', () =>
      Response.json({
        staff: [colleague('s2', 'Wang Fang', 'REVIEWER'), colleague('s3', 'Sun Li', 'AUDITOR')],
      }),
    );
    server.always.set('PUT /v1/reviews/skills/s2', () => new Response(null, { status: 204 }));
    server.always.set('POST /v1/reviews/seeds', () => new Response(null, { status: 204 }));
    return server;
  }

  it('says what a reviewer is trained for', async () => {
    const server = supervised();
    const { user } = signedIn(server, 'training', ['SUPERVISOR']);
    await screen.findByRole('option', { name: 'Wang Fang' });
    expect(screen.queryByRole('option', { name: 'Sun Li' })).toBeNull();
    await user.click(screen.getByTestId('skills-set'));
    expect(screen.getByTestId('skills-who')).toHaveAccessibleDescription('Please choose a person.');
    await user.selectOptions(screen.getByTestId('skills-who'), 's2');
    await user.click(screen.getByTestId('skill-CHIP'));
    await user.click(screen.getByTestId('skills-set'));
    expect(await screen.findByTestId('done')).toHaveTextContent('Noted for Wang Fang');
    expect(server.calls('PUT /v1/reviews/skills/s2')[0]?.json).toEqual({
      skills: ['GENERAL', 'PRINTED', 'CHINESE_DOCUMENT'],
    });
  });

  it('puts cases of known outcome into the queue, at most twenty', async () => {
    const server = supervised();
    const { user } = signedIn(server, 'training', ['SUPERVISOR']);
    await user.click(await screen.findByTestId('seed-truth-ANOTHER_PERSON'));
    await user.clear(screen.getByTestId('seed-count'));
    await user.type(screen.getByTestId('seed-count'), '21');
    await user.click(screen.getByTestId('seed-submit'));
    expect(screen.getByTestId('seed-count')).toHaveAccessibleDescription(/from 1 to 20/);
    expect(server.calls('POST /v1/reviews/seeds')).toHaveLength(0);
    await user.clear(screen.getByTestId('seed-count'));
    await user.type(screen.getByTestId('seed-count'), '3');
    await user.click(screen.getByTestId('seed-submit'));
    await screen.findByTestId('done');
    expect(server.calls('POST /v1/reviews/seeds')[0]?.json).toEqual({ count: 3, truth: 'ANOTHER_PERSON' });
  });

  it('names a third person where two disagree, and sees nothing of what they found', async () => {
    const server = supervised();
    let state = 'DISPUTED';
    const dueBy = '2099-12-08T10:00:00Z';
    server.always.set('GET /v1/reviews', () =>
      Response.json({
        open: 1,
        locked: 0,
        overdue: 0,
        attended: 0,
        awaitingSecond: 0,
        disputed: 1,
        bySkill: [],
        next: [{ id: 'c1', state, reasons: ['FACE_MATCH_INCONCLUSIVE'], dueBy, openedAt: dueBy }],
      }),
    );
    const none = { cases: 0, alike: 0, share: null, kappa: null };
    server.always.set('GET /v1/reviews/agreement', () =>
      Response.json({ seeded: 0, amongReviewers: none, withTruth: none }),
    );
    server.always.set('PUT /v1/reviews/c1/assignee', () => {
      state = 'OPEN';
      return Response.json({ id: 'c1' });
    });
    const { user } = signedIn(server, 'queue', ['SUPERVISOR']);
    await screen.findByRole('option', { name: 'Wang Fang' });
    await user.selectOptions(await screen.findByTestId('third-person'), 's2');
    await user.click(screen.getByTestId('third-confirm'));
    expect(await screen.findByTestId('done')).toHaveTextContent('Wang Fang settles it');
    await waitFor(() => expect(screen.queryByTestId('disagreement')).toBeNull());
    expect(server.calls('PUT /v1/reviews/c1/assignee')[0]?.json).toEqual({ staffId: 's2' });
  });
});
