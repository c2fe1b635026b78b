import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeServer } from '../testing/fakeServer';
import { visit } from '../testing/pages';

const consent = 'GET /v1/consent-texts/current';

describe('the language of the pages', () => {
  it('can be switched, and the document says which it is', async () => {
    const { user } = visit('/', new FakeServer());
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your line, in your name');
    await user.click(screen.getByTestId('language-zh-CN'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('您的线路，登记在您名下');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.title).toContain('您的线路');
    expect(screen.getByTestId('language-zh-CN')).toHaveAttribute('aria-pressed', 'true');
  });

  it('follows the application, and the server is asked in it', async () => {
    const server = new FakeServer();
    server.application = { ...server.application, locale: 'zh-CN' };
    visit('/apply/a1#token', server);
    expect(await screen.findByText('可以比对您的面部吗？')).toBeInTheDocument();
    expect(server.requests.at(-1)?.language).toBe('zh-CN');
  });

  it('stays what the person chose, whatever the application says', async () => {
    const server = new FakeServer();
    server.application = { ...server.application, locale: 'zh-CN' };
    const page = visit('/', server);
    await page.user.click(screen.getByTestId('language-en'));
    page.unmount();
    visit('/apply/a1#token', server);
    expect(await screen.findByText('May we compare your face?')).toBeInTheDocument();
  });

  it('can change in the middle of the road: the consent is then asked in the other one', async () => {
    const server = new FakeServer();
    const { user } = visit('/apply/a1#token', server);
    await screen.findByText('May we compare your face?');
    await user.click(screen.getByTestId('language-zh-CN'));
    await screen.findByText('可以比对您的面部吗？');
    await user.click(screen.getByTestId('consent-accept'));
    await waitFor(() =>
      expect(server.calls('POST /v1/applications/a1/consent')[0]?.json).toMatchObject({ locale: 'zh-CN' }),
    );
  });

  it('can change while the consent is being fetched: the text comes in the last one', async () => {
    const server = new FakeServer();
    let answerLate: () => void = () => undefined;
    server.once(
      consent,
      () => new Promise((_, reject) => (answerLate = () => reject(new TypeError('late')))),
    );
    const { user } = visit('/apply/a1#token', server);
    await screen.findByText('Fetching the text');
    await user.click(screen.getByTestId('language-zh-CN'));
    expect(await screen.findByText('可以比对您的面部吗？')).toBeInTheDocument();
    await act(() => {
      answerLate();
      return Promise.resolve();
    });
    expect(screen.queryByTestId('problem')).not.toBeInTheDocument();
    expect(screen.getByTestId('consent-accept')).toBeEnabled();
  });

  it('can change without the new text being there: nobody agrees to the other one', async () => {
    const server = new FakeServer();
    const { user } = visit('/apply/a1#token', server);
    await screen.findByText('May we compare your face?');
    let lose: () => void = () => undefined;
    server.once(consent, () => new Promise((_, reject) => (lose = () => reject(new TypeError('lost')))));
    await user.click(screen.getByTestId('language-zh-CN'));
    expect(screen.getByText('正在获取文本')).toBeInTheDocument();
    expect(screen.getByTestId('consent-accept')).toBeDisabled();
    expect(screen.getByTestId('attended-check')).toBeEnabled();
    lose();
    await user.click(await screen.findByTestId('retry'));
    expect(await screen.findByText('可以比对您的面部吗？')).toBeInTheDocument();
    expect(screen.queryByTestId('problem')).not.toBeInTheDocument();
    expect(screen.getByTestId('consent-accept')).toBeEnabled();
  });

  it('does not take the problem of one text for that of another', async () => {
    const server = new FakeServer();
    server.once(consent, () => Promise.reject(new TypeError('lost')));
    const { user } = visit('/apply/a1#token', server);
    await screen.findByTestId('problem');
    server.once(consent, () => new Promise(() => undefined));
    await user.click(screen.getByTestId('language-zh-CN'));
    expect(screen.getByText('正在获取文本')).toBeInTheDocument();
    expect(screen.queryByTestId('problem')).not.toBeInTheDocument();
  });
});
