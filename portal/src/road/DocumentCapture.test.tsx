import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const stop = vi.fn();

beforeEach(() => {
  stop.mockReset();
  const track = { stop, addEventListener: vi.fn() };
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: { getUserMedia: () => Promise.resolve(stream) },
  });
});
afterEach(() => Reflect.deleteProperty(navigator, 'mediaDevices'));

it('the camera goes off when the document of a made-up applicant is chosen while it runs', async () => {
  const server = new FakeServer();
  server.isDemo = true;
  server.application = { ...server.application, state: 'CONSENTED' };
  const { user } = visit('/apply/a1#token', server);
  await user.click(await screen.findByTestId('document-camera'));
  await waitFor(() => expect(screen.queryByText('Starting the camera')).not.toBeInTheDocument());
  expect(stop).not.toHaveBeenCalled();
  await user.click(await screen.findByTestId('document-sample-s1'));
  expect(await screen.findByTestId('document-picture')).toBeInTheDocument();
  await waitFor(() => expect(stop).toHaveBeenCalled());
  // Another picture is taken only by whoever opens the camera again.
  await user.click(screen.getByTestId('document-again'));
  expect(await screen.findByTestId('document-camera')).toBeInTheDocument();
});
