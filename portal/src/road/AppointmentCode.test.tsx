import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { attendedDecision, FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

function inReview(): FakeServer {
  const server = new FakeServer();
  server.decision = attendedDecision;
  server.decide();
  return server;
}

it('whoever waits for a person reads the code that an agent asks for', async () => {
  const server = inReview();
  server.always.set('GET /v1/applications/a1/appointment', () =>
    Response.json({ code: 'K7QM-4TXA', kind: 'ATTENDED' }),
  );
  visit('/apply/a1#tok', server);
  expect(await screen.findByTestId('appointment-code')).toHaveTextContent('K7QM-4TXA');
  expect(screen.getByTestId('appointment')).toHaveTextContent('Take your document to a shop');
});

it('a code that is not there yet takes nothing from the page', async () => {
  visit('/apply/a1#tok', inReview());
  expect(await screen.findByTestId('verdict')).toHaveAttribute('data-outcome', 'REVIEW');
  expect(screen.queryByTestId('appointment')).toBeNull();
});
