import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RetentionRule, TransparencyMonth } from '../api/types';
import { holderToken } from '../mylines/holderToken';
import { operatorKey } from '../operator/key';
import { FakeServer, problem } from '../testing/fakeServer';
import { HolderServer, noSession } from '../testing/lines';
import { visit } from '../testing/pages';

const rule: RetentionRule = {
  kind: 'review-evidence',
  what: 'Pictures for a review',
  from: 'the decision',
  time: '7 days',
  keptFor: 'PT168H',
  why: 'A person looks at them.',
  setBy: null,
};
const count = (value: number | null) => ({ shown: value === null ? '<5' : String(value), value });
const month: TransparencyMonth = {
  month: '2026-10',
  total: count(30),
  outcomes: [
    { outcome: 'VERIFIED', count: count(28) },
    { outcome: 'REFUSED', count: { shown: 'withheld', value: null } },
  ],
  services: [],
  reasons: [],
  attended: count(null),
  attendedShare: null,
  neverFinished: count(0),
  overturnedRefusals: count(0),
  medianSeconds: 42,
  slowestTenthSeconds: null,
};

it('what is kept is listed with its time and its reason', async () => {
  const server = new FakeServer();
  server.always.set('GET /v1/retention', () => Response.json({ rules: [rule] }));
  visit('/retention', server);
  expect(await screen.findByTestId('retention-rule')).toHaveTextContent(
    'Pictures for a review7 days counted from: the decisionA person looks at them.',
  );
});

describe('the numbers', () => {
  it('are drawn, and stand beside it as a table that says what is hidden', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/transparency', () => Response.json({ months: [month] }));
    operatorKey.keep('nsk_operator');
    const { user } = visit('/transparency', server);
    const table = await screen.findByTestId('transparency-table');
    expect(
      within(table)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['30', '28', 'hidden', '0', '<5', '0', '42 s']);
    expect(screen.getByRole('img', { name: 'Decisions by month' })).toBeInTheDocument();
    server.always.set('GET /v1/transparency.csv', () => new Response('month,outcome'));
    await user.click(screen.getByTestId('transparency-csv'));
    await waitFor(() => expect(server.calls('GET /v1/transparency.csv')).toHaveLength(1));
    expect(server.calls('GET /v1/transparency.csv')[0]?.authorization).toBe('Bearer nsk_operator');
  });

  it('that do not exist yet are no empty chart', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/transparency', () => Response.json({ months: [] }));
    operatorKey.keep('nsk_operator');
    visit('/transparency', server);
    expect(await screen.findByTestId('transparency-empty')).toBeInTheDocument();
  });

  it('ask to sign in again when the session has ended, and forget what opens nothing', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/transparency', noSession);
    operatorKey.keep('nsk_operator');
    visit('/transparency', server);
    expect(await screen.findByTestId('transparency-sign-in')).toHaveTextContent('Your session has ended');
    expect(sessionStorage).toHaveLength(0);
  });
});

it('the numbers ask whoever is not signed in to do that first', async () => {
  visit('/transparency', new FakeServer());
  expect(await screen.findByTestId('transparency-sign-in')).toBeInTheDocument();
});

describe('one’s own data', () => {
  it('are erased after one question; what has to stay is said with its day', async () => {
    const server = new FakeServer();
    new HolderServer(server);
    server.always.set('POST /v1/me/erasure', () =>
      Response.json({
        at: '2026-11-23T10:00:00Z',
        erased: [{ section: 'applications', kind: 'a', what: 'Old applications', count: 2 }],
        kept: [{ section: 'lines', rule, count: 1, until: '2099-01-01T00:00:00Z' }],
      }),
    );
    holderToken.keep('nsh_token');
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('erase'));
    await user.click(screen.getByTestId('erase-confirm'));
    const report = await screen.findByTestId('erasure-report');
    expect(report).toHaveTextContent('Old applications (2)');
    expect(report).toHaveTextContent('It goes by itself by');
    expect(within(report).getByTestId('done')).toHaveFocus();
  });

  it('come as a file, with the session of the person', async () => {
    const server = new FakeServer();
    new HolderServer(server);
    server.always.set('GET /v1/me/export', () => Response.json({ sections: [] }));
    holderToken.keep('nsh_token');
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('export-json'));
    expect(await screen.findByText(/is in your downloads/)).toBeInTheDocument();
    expect(server.calls('GET /v1/me/export')[0]?.authorization).toBe('Bearer nsh_token');
  });

  it('that cannot be had now say what to do', async () => {
    const server = new FakeServer();
    new HolderServer(server);
    server.always.set('GET /v1/me/export.pdf', () => problem(403, 'verification-too-old'));
    holderToken.keep('nsh_token');
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('export-pdf'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of verification-too-old');
  });
});
