import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../testing/fakeServer';
import { aLine, HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';
import { holderToken } from './holderToken';

let server: FakeServer;
let holder: HolderServer;

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
  server.always.set('POST /v1/me/lines/l1/loss', () => {
    const underWay = [{ caseId: 'l1', kind: 'LOST', state: 'REPORTED', nextStepAt: null }];
    holder.mine = {
      ...holder.mine,
      lines: [{ ...aLine, status: 'LIMITED', limits: ['OUTGOING'], underWay }],
    };
    return Response.json(holder.mine);
  });
  server.always.set('DELETE /v1/me/lines/l1/loss', () => {
    holder.mine = { ...holder.mine, lines: [aLine] };
    return Response.json(holder.mine);
  });
  holderToken.keep('nsh_token');
});

describe('a phone that is lost', () => {
  it('is reported after one question, and taken back when it is found', async () => {
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('wish-lost'));
    expect(screen.getByTestId('lost')).toHaveTextContent('Emergency calls still work');
    expect(server.calls('POST /v1/me/lines/l1/loss')).toHaveLength(0);
    await user.click(screen.getByTestId('lost-confirm'));
    await waitFor(() => expect(screen.getByTestId('my-line')).toHaveAttribute('data-status', 'LIMITED'));
    expect(screen.getByTestId('my-line-matter')).toHaveAttribute('data-kind', 'LOST');
    expect(screen.getByTestId('done')).toHaveFocus();
    expect(screen.queryByTestId('wish-lost')).toBeNull();
    await user.click(screen.getByTestId('wish-found'));
    await user.click(screen.getByTestId('found-confirm'));
    await waitFor(() => expect(screen.getByTestId('my-line')).toHaveAttribute('data-status', 'ACTIVE'));
  });

  it('that cannot be reported now shows the next step', async () => {
    server.once('POST /v1/me/lines/l1/loss', () => problem(409, 'case-closed'));
    const { user } = visit('/my-lines', server);
    await user.click(await screen.findByTestId('wish-lost'));
    await user.click(screen.getByTestId('lost-confirm'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of case-closed');
  });

  it('is not asked about for a line in a wall', async () => {
    holder.mine = { ...holder.mine, lines: [{ ...aLine, service: 'FIXED' }] };
    visit('/my-lines', server);
    expect(await screen.findByTestId('wish-notMine')).toBeInTheDocument();
    expect(screen.queryByTestId('wish-lost')).toBeNull();
  });
});
