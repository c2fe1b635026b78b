import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const asked = {
  line: '+8613800138000',
  explanation: { explanation: 'That is no accusation.', nextStep: 'Tell us.' },
  until: '2099-12-08T10:00:00Z',
  open: true,
  statedAt: null as string | null,
};

function hearingServer() {
  const server = new FakeServer();
  const state = { ...asked };
  server.always.set('GET /v1/hearings/tok', () => Response.json(state));
  server.always.set('POST /v1/hearings/tok/statement', () => {
    state.statedAt = '2026-11-23T10:00:00Z';
    state.open = false;
    return new Response(null, { status: 204 });
  });
  return { server, state };
}

describe('the hearing', () => {
  it('tells what it is about, takes an answer once, and thanks', async () => {
    const { server } = hearingServer();
    const { user } = visit('/hearing#tok', server);
    expect(await screen.findByTestId('hearing')).toHaveTextContent('That is no accusation.');
    await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent(/^\/hearing$/));
    await user.click(screen.getByTestId('hearing-send'));
    expect(screen.getByTestId('hearing-words')).toHaveAccessibleDescription(/Please write a few words/);
    await user.type(screen.getByTestId('hearing-words'), '  It was a gift. ');
    await user.click(screen.getByTestId('hearing-send'));
    expect(await screen.findByTestId('hearing-thanks')).toBeInTheDocument();
    expect(server.calls('POST /v1/hearings/tok/statement')[0]?.json).toEqual({ words: 'It was a gift.' });
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('keeps what was written when sending fails', async () => {
    const { server } = hearingServer();
    server.once('POST /v1/hearings/tok/statement', () => Promise.reject(new TypeError('Failed to fetch')));
    const { user } = visit('/hearing#tok', server);
    await user.type(await screen.findByTestId('hearing-words'), 'A gift');
    await user.click(screen.getByTestId('hearing-send'));
    expect(await screen.findByTestId('problem')).toBeInTheDocument();
    expect(screen.getByTestId('hearing-words')).toHaveValue('A gift');
  });

  it('that is settled asks for nothing', async () => {
    const { server, state } = hearingServer();
    state.open = false;
    visit('/hearing#tok', server);
    expect(await screen.findByTestId('hearing-closed')).toBeInTheDocument();
  });

  it('with a link that opens nothing shows the next step', async () => {
    const server = new FakeServer();
    server.always.set('GET /v1/hearings/tok', () => problem(404, 'case-unknown'));
    visit('/hearing#tok', server);
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of case-unknown');
  });

  it('without a link says where it is', async () => {
    visit('/hearing', new FakeServer());
    expect(await screen.findByTestId('hearing-missing')).toBeInTheDocument();
  });
});
