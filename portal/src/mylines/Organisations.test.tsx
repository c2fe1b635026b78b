import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { MyOrganisation } from '../api/types';
import { FakeServer } from '../testing/fakeServer';
import { aLine, aTransfer, HolderServer } from '../testing/lines';
import { visit } from '../testing/pages';
import { holderToken } from './holderToken';

const anOrganisation: MyOrganisation = {
  id: 'o1',
  name: 'Example Trading Ltd.',
  registrationNumber: 'HRB 1',
  country: 'DE',
  state: 'PENDING',
  refusal: null,
};

let server: FakeServer;
let holder: HolderServer;
let organisations: MyOrganisation[];

beforeEach(() => {
  server = new FakeServer();
  holder = new HolderServer(server);
  organisations = [];
  server.always.set('GET /v1/me/organisations', () => Response.json({ organisations }));
  server.always.set('POST /v1/me/organisations', () => {
    organisations = [anOrganisation];
    return Response.json(anOrganisation, { status: 201 });
  });
  server.always.set('GET /v1/transfer-offers/tok', () =>
    Response.json({ ...aTransfer, expiresAt: '2099-12-08T10:00:00Z' }),
  );
  server.always.set('POST /v1/me/transfers', () => Response.json({ ...aTransfer, state: 'ACCEPTED' }));
  holderToken.keep('nsh_token');
});

it('an organisation is asked for with what its register says, and waits for a person', async () => {
  const { user } = visit('/my-lines', server);
  await user.click(await screen.findByTestId('organisation-open'));
  await user.type(screen.getByTestId('organisation-name'), ' Example Trading Ltd. ');
  await user.click(screen.getByTestId('organisation-submit'));
  expect(screen.getByTestId('organisation-registrationNumber')).toHaveAccessibleDescription(
    /Please write its registration number/,
  );
  expect(screen.getByTestId('organisation-country')).toHaveAccessibleDescription(/two letters/);
  await user.type(screen.getByTestId('organisation-registrationNumber'), 'HRB 1');
  await user.type(screen.getByTestId('organisation-country'), 'de');
  await user.click(screen.getByTestId('organisation-submit'));
  expect(await screen.findByTestId('organisation-row')).toHaveAttribute('data-state', 'PENDING');
  expect(screen.getByTestId('organisation-row')).toHaveTextContent('Bring an extract of the register');
  expect(server.calls('POST /v1/me/organisations')[0]?.json).toEqual({
    name: 'Example Trading Ltd.',
    registrationNumber: 'HRB 1',
    country: 'DE',
  });
});

it('that could not be confirmed says why', async () => {
  organisations = [{ ...anOrganisation, state: 'REFUSED', refusal: 'The extract is too old.' }];
  visit('/my-lines', server);
  expect(await screen.findByTestId('organisation-row')).toHaveTextContent('The extract is too old.');
});

it('a line is accepted for a confirmed organisation when that is chosen', async () => {
  organisations = [
    { ...anOrganisation, state: 'CONFIRMED' },
    { ...anOrganisation, id: 'o2', name: 'Not yet' },
  ];
  const { user } = visit('/transfer#tok', server);
  await user.click(await screen.findByTestId('for-whom-o1'));
  expect(screen.queryByTestId('for-whom-o2')).toBeNull();
  await user.click(screen.getByTestId('transfer-accept'));
  expect(await screen.findByTestId('transfer-accepted')).toBeInTheDocument();
  expect(server.calls('POST /v1/me/transfers')[0]?.json).toEqual({ token: 'tok', organisationId: 'o1' });
});

it('who acts for nobody else accepts for themselves and is asked nothing', async () => {
  const { user } = visit('/transfer#tok', server);
  await waitFor(() => expect(server.calls('GET /v1/me/organisations')).toHaveLength(1));
  await user.click(await screen.findByTestId('transfer-accept'));
  expect(await screen.findByTestId('transfer-accepted')).toBeInTheDocument();
  expect(screen.queryByTestId('for-whom-self')).toBeNull();
  expect(server.calls('POST /v1/me/transfers')[0]?.json).toEqual({ token: 'tok', organisationId: null });
});

it('the lines of an organisation stand apart from the person’s own, under its name', async () => {
  organisations = [{ ...anOrganisation, state: 'CONFIRMED' }];
  const theirs = { ...aLine, id: 'l2', line: '+8613800138002', organisationId: 'o1' };
  holder.mine = { ...holder.mine, lines: [theirs] };
  visit('/my-lines', server);
  const apart = within(await screen.findByTestId('organisation-lines'));
  expect(apart.getByRole('heading', { level: 2 })).toHaveTextContent('Lines of Example Trading Ltd.');
  expect(apart.getByTestId('my-line')).toHaveTextContent('Nobody was named');
  expect(screen.getByTestId('my-lines-empty')).toBeInTheDocument();
});
