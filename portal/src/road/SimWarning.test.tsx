import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

it('says which SIM the check is good for, before anything is agreed to', async () => {
  const server = new FakeServer();
  server.application = {
    ...server.application,
    purpose: 'SIM_CHANGE',
    sim: { kind: 'ICCID', ending: '4514' },
  };
  visit('/apply/a1#token', server);
  expect(await screen.findByTestId('sim-warning')).toHaveTextContent('4514');
});
