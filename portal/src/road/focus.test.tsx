import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Application } from '../api/types';
import { FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const at = '2026-11-23T10:00:00Z';

function arrive(change: Partial<Application>, server = new FakeServer()) {
  sessionStorage.setItem('namesake.session.a1', 'nsc_session');
  server.application = { ...server.application, state: 'CONSENTED', ...change };
  return visit('/apply/a1', server);
}
const heading = (level: number, name: string) => screen.findByRole('heading', { level, name });

describe('the focus', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'mediaDevices'));

  it('goes to the title when a document was read, and when another one is given instead', async () => {
    const { user } = arrive({});
    const chip = new File(['files of a chip'], 'chip.zip', { type: 'application/zip' });
    await user.upload(await screen.findByTestId('chip-file'), chip);
    const read = await heading(1, 'Is this right?');
    await waitFor(() => expect(read).toHaveFocus());
    await user.click(await screen.findByTestId('reading-other'));
    const another = await heading(1, 'Your identity document');
    await waitFor(() => expect(another).toHaveFocus());
  });

  it('goes to the title when a refusal becomes a check by a person', async () => {
    const server = new FakeServer();
    server.decision = { ...server.decision, outcome: 'REFUSED' };
    server.decide();
    const { user } = arrive({ state: 'REFUSED' }, server);
    await user.click(await screen.findByTestId('attended-check'));
    await waitFor(() => expect(screen.getByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('goes to the title when the consent is taken back while a person is to look', async () => {
    const server = new FakeServer();
    const consent = { textVersion: '1', givenAt: at, withdrawnAt: null };
    server.always.set('POST /v1/applications/a1/consent/withdrawal', () =>
      Response.json({
        ...server.application,
        updatedAt: '2026-11-23T11:00:00Z',
        consent: { ...consent, withdrawnAt: at },
        attendedCheck: { requestedAt: at },
      }),
    );
    const { user } = arrive({ state: 'REVIEW', consent }, server);
    await user.click(await screen.findByTestId('withdraw-consent'));
    await user.click(screen.getByTestId('withdraw-consent-confirm'));
    await waitFor(() => expect(screen.queryByTestId('withdraw-consent-question')).not.toBeInTheDocument());
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('goes to the question whether a person shall look', async () => {
    const { user } = arrive({});
    await user.click(await screen.findByTestId('attended-link'));
    expect(await heading(2, 'Have a person check instead?')).toHaveFocus();
  });

  it('goes to the other ways of whoever cannot make the movements', async () => {
    const track = { stop: vi.fn(), addEventListener: vi.fn() };
    const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia: () => Promise.resolve(stream) },
    });
    const { user } = arrive({
      document: { receivedAt: at, source: 'TYPED', strength: 'NONE', confirmed: true },
    });
    await user.click(await screen.findByTestId('movements-cannot'));
    expect(screen.getByTestId('other-ways').querySelector('h2')).toHaveFocus();
  });
});
