import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeServer, problem } from '../testing/fakeServer';
import { pictureFile, visit } from '../testing/pages';

const chipFile = () => new File(['files of a chip'], 'chip.zip', { type: 'application/zip' });

function arrive(server: FakeServer) {
  sessionStorage.setItem('namesake.session.a1', 'nsc_session');
  server.application = { ...server.application, state: 'CONSENTED' };
  return visit('/apply/a1', server);
}

describe('a picture of a document', () => {
  it('is read instead of typed', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('document-file'), pictureFile());
    await user.upload(await screen.findByTestId('document-other-side'), pictureFile());
    await user.click(screen.getByTestId('document-read'));
    expect(await screen.findByTestId('reading')).toBeInTheDocument();
  });

  it('that cannot be read is said with what to do, and what was typed stays', async () => {
    const server = new FakeServer();
    server.once('POST /v1/applications/a1/document/pages', () => problem(422, 'document-glare'));
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('document-file'), pictureFile());
    await user.type(screen.getByTestId('document-family-name'), 'Wu');
    await user.click(await screen.findByTestId('document-read'));
    expect(await screen.findByTestId('problem')).toHaveTextContent('Next step of document-glare');
    expect(screen.getByTestId('document-family-name')).toHaveValue('Wu');
  });
});

describe('a document with a chip', () => {
  it('is read, confirmed as it was read, and the selfie is next', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    expect(await screen.findByTestId('document-family-name')).toHaveValue('MUELLER');
    expect(screen.getByTestId('reading-checks')).toHaveTextContent('The issuer’s signature on the chip');
    await user.click(screen.getByTestId('reading-confirm'));
    expect(await screen.findByTestId('selfie')).toBeInTheDocument();
    expect(server.calls('PUT /v1/applications/a1/document/fields')[0]?.json).toEqual({
      familyName: 'MUELLER',
      givenNames: 'ANNA',
      documentNumber: 'X12345678',
      birthDate: '1990-05-17',
      expiryDate: '2035-12-31',
    });
  });

  it('shows the portrait that was read, so that the person sees whose it is', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    const portrait = await screen.findByTestId('reading-portrait');
    expect(portrait).toHaveAccessibleName('The portrait that was read from your document');
  });

  it('is confirmed without its portrait, where there is none or it cannot be had', async () => {
    for (const portrait of [false, true]) {
      const server = new FakeServer();
      server.reading = { ...server.reading, portrait };
      server.once('GET /v1/applications/a1/document/portrait', () => problem(503, 'busy'));
      const { user } = arrive(server);
      await user.upload(await screen.findByTestId('chip-file'), chipFile());
      await user.click(await screen.findByTestId('reading-confirm'));
      expect(await screen.findByTestId('selfie')).toBeInTheDocument();
      expect(screen.queryByTestId('reading-portrait')).not.toBeInTheDocument();
      expect(server.calls('GET /v1/applications/a1/document/portrait')).toHaveLength(portrait ? 1 : 0);
      cleanup();
    }
  });

  it('may be corrected, and the person is told that somebody may have to look', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    const name = await screen.findByTestId('document-family-name');
    await user.clear(name);
    await user.type(name, 'Müller');
    expect(screen.getByTestId('reading')).toHaveTextContent('A trained person may have to look');
    await user.click(screen.getByTestId('reading-confirm'));
    await screen.findByTestId('selfie');
    expect(server.calls('PUT /v1/applications/a1/document/fields')[0]?.json).toMatchObject({
      familyName: 'Müller',
    });
  });

  it('that cannot be read is said in the words of the server, and typing is still possible', async () => {
    const server = new FakeServer();
    server.once('POST /v1/applications/a1/document/chip', () => problem(422, 'document-unreadable'));
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'document-unreadable');
    expect(screen.getByTestId('document-number')).toBeEnabled();
  });

  it('that was read before a reload is shown again to be confirmed', async () => {
    const server = new FakeServer();
    server.application = {
      ...server.application,
      document: { receivedAt: '2026-11-23T10:00:00Z', source: 'CHIP', strength: 'STRONG', confirmed: false },
    };
    arrive(server);
    expect(await screen.findByTestId('document-number')).toHaveValue('X12345678');
  });

  it('can be put aside for another document', async () => {
    const server = new FakeServer();
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    await user.click(await screen.findByTestId('reading-other'));
    await waitFor(() => expect(screen.getByTestId('document-file')).toBeEnabled());
  });

  it('is confirmed only with fields that can be', async () => {
    const server = new FakeServer();
    server.reading = { ...server.reading, birthDate: null };
    const { user } = arrive(server);
    await user.upload(await screen.findByTestId('chip-file'), chipFile());
    await user.click(await screen.findByTestId('reading-confirm'));
    expect(screen.getByTestId('document-birth-date')).toHaveAttribute('aria-invalid', 'true');
    expect(server.calls('PUT /v1/applications/a1/document/fields')).toHaveLength(0);
  });
});
