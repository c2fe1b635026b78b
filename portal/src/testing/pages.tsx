import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { vi } from 'vitest';
import { App } from '../App';
import type { FakeServer } from './fakeServer';
import { uploadsTo } from './uploads';

/** Opens the portal at an address, against a fake server. */
export function visit(address: string, server: FakeServer) {
  vi.stubGlobal('fetch', server.fetch);
  vi.stubGlobal('XMLHttpRequest', uploadsTo(server));
  const shown = render(
    <MemoryRouter initialEntries={[address]}>
      <App />
      <Address />
    </MemoryRouter>,
  );
  return { ...shown, user: userEvent.setup() };
}

/** The address bar. */
function Address() {
  const { pathname, hash } = useLocation();
  return <output data-testid="address">{pathname + hash}</output>;
}

export function pictureFile(name = 'picture.png'): File {
  return new File(['a picture'], name, { type: 'image/png' });
}
