import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { problem as answered } from '../testing/fakeServer';
import { ProblemNotice } from './ProblemNotice';

const noon = new Date(2026, 10, 23, 12, 0, 30);

async function problem(status: number, code: string, retryAfter?: string): Promise<Problem> {
  const response = answered(status, code, retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  return Problem.of(response, await response.json());
}

describe('a problem that passes with time', () => {
  beforeEach(() => void vi.useFakeTimers({ now: noon, toFake: ['Date'] }));

  it('says when one can try again, to the minute and never too early', async () => {
    render(<ProblemNotice problem={await problem(429, 'too-many-attempts', '900')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent(/You can try again at 12:16\sPM, or ask/);
    expect(screen.getByTestId('problem')).not.toHaveTextContent('Next step of');
  });

  it('says it in the language of the page', async () => {
    await i18next.changeLanguage('zh-CN');
    render(<ProblemNotice problem={await problem(429, 'sign-in-paused', '900')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent('您可以在 12:16 重试');
  });

  it('names the same time when it is drawn again later', async () => {
    const paused = await problem(429, 'rate-limited', '900');
    const { rerender } = render(<ProblemNotice problem={paused} />);
    vi.setSystemTime(noon.getTime() + 600_000);
    rerender(<ProblemNotice problem={paused} retry={null} />);
    expect(screen.getByTestId('problem')).toHaveTextContent(/12:16\sPM/);
  });

  it('names the day, too, when that is another one', async () => {
    render(<ProblemNotice problem={await problem(429, 'sign-in-paused', '86400')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent(/Nov 24, 2026, 12:01\sPM/);
  });

  it('of a kind that is newer than this page keeps the server’s words beside the time', async () => {
    render(<ProblemNotice problem={await problem(429, 'newer', '900')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent(
      /Next step of newer You can try again at 12:16\sPM\./,
    );
  });

  it('without a time says what the server says; a busy server is tried again in a moment', async () => {
    const { rerender } = render(<ProblemNotice problem={await problem(429, 'rate-limited')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent('Next step of rate-limited');
    rerender(<ProblemNotice problem={await problem(503, 'busy', '2')} />);
    expect(screen.getByTestId('problem')).toHaveTextContent('Try again in a moment');
  });
});
