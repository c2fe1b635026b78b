import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeServer } from '../testing/fakeServer';
import { pictureFile, visit } from '../testing/pages';

type Visit = ReturnType<typeof visit>;

const pictureIn = (testId: string) => screen.getByTestId(testId).querySelector('img')?.getAttribute('src');

/** An applicant who has given everything and looks at it once more. */
async function inReview(): Promise<Visit> {
  const server = new FakeServer();
  server.application = { ...server.application, state: 'CONSENTED' };
  const page = visit('/apply/a1#token', server);
  const { user } = page;
  await user.upload(await screen.findByTestId('document-file'), pictureFile('passport.png'));
  await screen.findByTestId('document-picture');
  await user.type(screen.getByTestId('document-family-name'), 'Wu');
  await user.type(screen.getByTestId('document-number'), ' x1234567');
  await user.type(screen.getByTestId('document-birth-date'), '1990-01-31');
  await user.type(screen.getByTestId('document-expiry-date'), '2035-01-31');
  await user.click(screen.getByTestId('document-continue'));
  await user.upload(await screen.findByTestId('selfie-file'), pictureFile('selfie.png'));
  await user.click(await screen.findByTestId('selfie-continue'));
  await screen.findByTestId('review');
  return page;
}

async function change({ user }: Visit, what: 'document' | 'selfie', name: string) {
  await user.click(screen.getByTestId(`change-${what}`));
  await user.click(await screen.findByTestId(`${what}-again`));
  await user.upload(await screen.findByTestId(`${what}-file`), pictureFile(name));
  await screen.findByTestId(`${what}-picture`);
}

describe('the review', () => {
  beforeEach(() => {
    URL.createObjectURL = (picture) => `blob:${(picture as File).name}`;
  });

  it('shows the document that was sent, not the one whose change was cancelled', async () => {
    const page = await inReview();
    await change(page, 'document', 'other.png');
    await page.user.type(screen.getByTestId('document-family-name'), 'rong');
    await page.user.click(screen.getByTestId('document-cancel'));
    const review = await screen.findByTestId('review');
    expect(review).toHaveTextContent('X1234567');
    expect(review).not.toHaveTextContent('Wurong');
    expect(pictureIn('review-document')).toBe('blob:passport.png');
    // The next change begins with what was sent, too.
    await page.user.click(screen.getByTestId('change-document'));
    expect(await screen.findByTestId('document-family-name')).toHaveValue('Wu');
    expect(pictureIn('document-picture')).toBe('blob:passport.png');
  });

  it('shows the selfie that was sent, not another that was taken and left', async () => {
    const page = await inReview();
    await change(page, 'selfie', 'other.png');
    await page.user.click(screen.getByTestId('back'));
    await page.user.click(await screen.findByTestId('document-cancel'));
    await screen.findByTestId('review');
    expect(pictureIn('review-selfie')).toBe('blob:selfie.png');
    await page.user.click(screen.getByTestId('change-selfie'));
    await screen.findByTestId('selfie-picture');
    expect(pictureIn('selfie-picture')).toBe('blob:selfie.png');
  });

  it('shows a change that was sent', async () => {
    const page = await inReview();
    await change(page, 'document', 'other.png');
    await page.user.type(screen.getByTestId('document-family-name'), 'rong');
    await page.user.click(screen.getByTestId('document-continue'));
    expect(await screen.findByTestId('review')).toHaveTextContent('Wurong');
    expect(pictureIn('review-document')).toBe('blob:other.png');
  });
});

it('a selfie that was taken and not sent yet stays while the person looks back at the document', async () => {
  const server = new FakeServer();
  server.application = {
    ...server.application,
    state: 'CONSENTED',
    document: { receivedAt: '2026-11-23T10:00:00Z', source: 'TYPED', strength: 'NONE', confirmed: true },
  };
  const { user } = visit('/apply/a1#token', server);
  await user.upload(await screen.findByTestId('selfie-file'), pictureFile());
  await screen.findByTestId('selfie-picture');
  await user.click(screen.getByTestId('back'));
  await user.click(await screen.findByTestId('document-cancel'));
  expect(await screen.findByTestId('selfie-picture')).toBeInTheDocument();
});
