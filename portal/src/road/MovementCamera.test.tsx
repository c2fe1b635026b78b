import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paceOf, type FilmParts, type Pace } from '../camera/film';
import { FakeServer, problem } from '../testing/fakeServer';
import { visit } from '../testing/pages';

/** What was done, in order. */
const done = vi.hoisted((): string[] => []);
/** Of the frames that were taken, for hints or for the film. */
const qualities = vi.hoisted((): number[] => []);
/** The pace that was asked for. */
const paces = vi.hoisted((): Pace[] => []);

// jsdom has neither a camera nor a canvas: the film is made of words here, and its pace is a test's.
vi.mock('../camera/picture', async (original) => {
  const picture = await original<typeof import('../camera/picture')>();
  return {
    ...picture,
    frameOf: (...[, , , quality]: Parameters<typeof picture.frameOf>) => {
      qualities.push(quality);
      return Promise.resolve(new Blob(['frame']));
    },
  };
});
vi.mock('../camera/film', async (original) => {
  const film = await original<typeof import('../camera/film')>();
  return {
    ...film,
    film: (asked: Pace[], parts: FilmParts, signal: AbortSignal) => {
      paces.push(...asked);
      const grab: FilmParts['grab'] = (...given) => {
        done.push('frame');
        return parts.grab(...given);
      };
      return film.film(
        asked.map(() => ({ frames: 2, millis: 80 })),
        { ...parts, grab },
        signal,
      );
    },
  };
});

const application = 'GET /v1/applications/a1';
const draw = 'POST /v1/applications/a1/challenge';
const frames = 'POST /v1/applications/a1/challenge/n1/frames';

function held<T>() {
  let release: (value: T) => void = () => undefined;
  const until = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { until, release };
}

function camera() {
  const track = {
    label: 'Front camera',
    stop: vi.fn(),
    addEventListener: vi.fn(),
    getSettings: () => ({ width: 640, height: 480 }),
  };
  return { getTracks: () => [track], getVideoTracks: () => [track] };
}

const lost = () => Promise.reject(new TypeError('Failed to fetch'));

async function beforeTheCamera(server: FakeServer) {
  sessionStorage.setItem('namesake.session.a1', 'nsc_session');
  server.application = {
    ...server.application,
    state: 'CONSENTED',
    document: { receivedAt: '2026-11-23T10:00:00Z', source: 'TYPED', strength: 'NONE', confirmed: true },
  };
  const page = visit('/apply/a1', server);
  if (server.application.selfie !== null) {
    await page.user.click(await screen.findByTestId('change-selfie'));
  }
  const video = await screen.findByTestId('selfie-video');
  await waitFor(() => expect(screen.queryByText('Starting the camera')).not.toBeInTheDocument());
  video.dispatchEvent(new Event('loadeddata'));
  await waitFor(() => expect(screen.getByTestId('movements-start')).toBeEnabled());
  return page;
}

describe('the movements before the camera', () => {
  beforeEach(() => {
    done.length = 0;
    paces.length = 0;
    qualities.length = 0;
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia: () => Promise.resolve(camera()) },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'mediaDevices');
    Reflect.deleteProperty(navigator, 'vibrate');
  });

  it('are asked for one at a time, in the order of the server, and lead on when they were seen', async () => {
    const server = new FakeServer();
    const { user } = await beforeTheCamera(server);
    const asked: string[] = [];
    const watching = new MutationObserver(() => {
      const words = screen.queryByTestId('movement-words')?.textContent ?? '';
      if (words !== '' && words !== asked.at(-1)) {
        asked.push(words);
      }
    });
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('review', undefined, { timeout: 10_000 })).toBeInTheDocument();
    watching.disconnect();
    expect(asked).toEqual([
      'Look straight into the camera',
      'Turn your head to your left',
      'Close your eyes for a second, then open them',
      'Come closer to the camera',
      'That was all. Look straight into the camera again',
    ]);
    expect(server.calls(frames)).toHaveLength(1);
    // Looked at once more, it stays the selfie that moved, and is not sent as a still picture.
    await user.click(screen.getByTestId('change-selfie'));
    await user.click(await screen.findByTestId('selfie-continue'));
    expect(await screen.findByTestId('review')).toBeInTheDocument();
    expect(server.calls('POST /v1/applications/a1/selfie')).toHaveLength(0);
  }, 15_000);

  it('are felt at each change, and once more before the last frame, by whoever has closed their eyes', async () => {
    const vibrate = vi.fn(() => done.push('felt'));
    Object.defineProperty(navigator, 'vibrate', { configurable: true, value: vibrate });
    const { user } = await beforeTheCamera(new FakeServer());
    await user.click(screen.getByTestId('movements-start'));
    await screen.findByTestId('review', undefined, { timeout: 10_000 });
    const change = ['felt', 'frame', 'frame'];
    const straight = ['frame', 'frame', 'frame'];
    expect(done).toEqual([...straight, ...change, ...change, 'felt', 'frame', 'felt', 'frame']);
  }, 15_000);

  it('leave more time to whoever asks for it, also with closed eyes', async () => {
    const { user } = await beforeTheCamera(new FakeServer());
    await user.click(screen.getByTestId('movements-calm'));
    await user.click(screen.getByTestId('movements-start'));
    await waitFor(
      () => expect(screen.getByTestId('movement-words')).toHaveTextContent('Close your eyes for two seconds'),
      { timeout: 10_000, interval: 5 },
    );
    await screen.findByTestId('review', undefined, { timeout: 10_000 });
    expect(paces).toEqual([paceOf('TURN_LEFT', true), paceOf('BLINK', true), paceOf('COME_CLOSER', true)]);
  }, 15_000);

  it('are sent as smaller pictures than the look straight ahead, which is compared', async () => {
    const { user } = await beforeTheCamera(new FakeServer());
    await user.click(screen.getByTestId('movements-start'));
    await screen.findByTestId('review', undefined, { timeout: 10_000 });
    expect(qualities.filter((quality) => quality !== 0.8)).toEqual([
      0.85, 0.85, 0.85, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7,
    ]);
  }, 15_000);

  it('show how much of them was sent, and when they are looked at', async () => {
    const server = new FakeServer();
    const line = held<null>();
    const look = held<Response>();
    server.lineFree = () => line.until;
    server.once(frames, () => look.until);
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    const progress = await screen.findByTestId('movements-progress', undefined, { timeout: 10_000 });
    expect(within(progress).getByRole('progressbar')).toHaveAttribute('aria-valuetext', '50%');
    expect(screen.getByTestId('movements-sending')).toHaveTextContent('Sending what was filmed');
    line.release(null);
    await waitFor(() =>
      expect(screen.getByTestId('movements-sending')).toHaveTextContent('Checking the movements'),
    );
    expect(screen.queryByTestId('movements-progress')).not.toBeInTheDocument();
    look.release(Response.json({ ...server.challengeResult, verdict: 'TRY_AGAIN', keptFrame: null }));
    expect(await screen.findByTestId('movements-advice')).toBeInTheDocument();
  }, 15_000);

  it('may take a slow line as long as the server waits for them', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    // Everything fifty times as fast.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((millis) => timeout(millis / 50));
    const server = new FakeServer();
    server.lineFree = () => new Promise((sent) => setTimeout(sent, 120_000 / 50));
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('review', undefined, { timeout: 10_000 })).toBeInTheDocument();
    expect(server.calls(frames)).toHaveLength(1);
  }, 15_000);

  it('that are done only need another look when the look after them gets lost', async () => {
    const server = new FakeServer();
    server.once(frames, () => {
      server.keepFilmed();
      server.once(application, lost);
      return Response.json(server.challengeResult);
    });
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('movements-done', undefined, { timeout: 10_000 })).toBeInTheDocument();
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'network');
    expect(screen.queryByTestId('movements-start')).not.toBeInTheDocument();
    await user.click(screen.getByTestId('retry'));
    expect(await screen.findByTestId('review-selfie')).toBeInTheDocument();
    expect(server.calls(frames)).toHaveLength(1);
  }, 15_000);

  it('that were kept lead on when only the answer got lost, without being sent again', async () => {
    const server = new FakeServer();
    server.once(frames, () => {
      server.keepFilmed();
      return lost();
    });
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    await user.click(await screen.findByTestId('retry', undefined, { timeout: 10_000 }));
    expect(await screen.findByTestId('review')).toBeInTheDocument();
    expect(server.calls(frames)).toHaveLength(1);
  }, 15_000);

  it('whose answer got lost are not asked for once more when they were kept', async () => {
    const server = new FakeServer();
    server.once(frames, () => {
      server.keepFilmed();
      return lost();
    });
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    await screen.findByTestId('retry', undefined, { timeout: 10_000 });
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('review')).toBeInTheDocument();
    expect(server.calls(draw)).toHaveLength(1);
  }, 15_000);

  it('lead on, too, when they are kept while they are sent a second time', async () => {
    const server = new FakeServer();
    server.once(frames, lost);
    server.once(frames, () => {
      server.keepFilmed();
      return problem(404, 'challenge-unknown');
    });
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    await user.click(await screen.findByTestId('retry', undefined, { timeout: 10_000 }));
    expect(await screen.findByTestId('review')).toBeInTheDocument();
    expect(server.calls(frames)).toHaveLength(2);
  }, 15_000);

  it('that were not kept do not pass for those of an earlier try', async () => {
    const server = new FakeServer();
    server.application.selfie = { receivedAt: '2026-11-23T09:00:00Z' };
    server.application.challenge.answered = true;
    server.once(frames, lost);
    server.once(frames, () => problem(404, 'challenge-unknown'));
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    await user.click(await screen.findByTestId('retry', undefined, { timeout: 10_000 }));
    await waitFor(() =>
      expect(screen.getByTestId('problem')).toHaveAttribute('data-code', 'challenge-unknown'),
    );
    expect(screen.getByTestId('movements-start')).toBeEnabled();
    expect(screen.queryByTestId('review')).not.toBeInTheDocument();
  }, 15_000);

  it('that were not seen come with what to do better, and can be tried again', async () => {
    const server = new FakeServer();
    server.challengeResult = {
      ...server.challengeResult,
      verdict: 'TRY_AGAIN',
      keptFrame: null,
      attemptsLeft: 4,
      advice: [{ code: 'turn-left', message: 'of the server' }],
    };
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    const advice = await screen.findByTestId('movements-advice', undefined, { timeout: 10_000 });
    expect(advice).toHaveTextContent('Turn your head further to your left.');
    expect(advice).toHaveTextContent('Tries left for now: 4');
    expect(screen.getByTestId('movements-start')).toHaveTextContent('Try again');
    expect(screen.getByTestId('movements-cannot')).toBeInTheDocument();
  }, 15_000);

  it('after too many tries say when to come back, and the other ways stay open', async () => {
    const server = new FakeServer();
    server.once(draw, () => problem(429, 'too-many-attempts', { 'Retry-After': '900' }));
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('problem')).toHaveAttribute('data-code', 'too-many-attempts');
    expect(screen.getByTestId('problem')).toHaveTextContent(/You can try again at \d+:\d\d/);
    expect(screen.getByTestId('movements-cannot')).toBeInTheDocument();
    expect(screen.getByTestId('attended-link')).toBeInTheDocument();
  });

  it('that were tried too often keep their result and its time when they are tried once more', async () => {
    const server = new FakeServer();
    server.challengeResult = {
      ...server.challengeResult,
      verdict: 'TRY_AGAIN',
      keptFrame: null,
      attemptsLeft: 0,
      pausedUntil: '2099-11-23T10:15:00Z',
    };
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-start'));
    await screen.findByTestId('movements-paused', undefined, { timeout: 10_000 });
    server.once(draw, () => problem(429, 'too-many-attempts', { 'Retry-After': '900' }));
    await user.click(screen.getByTestId('movements-start'));
    expect(await screen.findByTestId('problem')).toBeInTheDocument();
    expect(screen.getByTestId('movements-paused')).toHaveTextContent('You can try again');
  }, 15_000);

  it('can be left at once for a still picture or a person, with no reason asked', async () => {
    const server = new FakeServer();
    server.application.challenge.policy = 'REQUIRED';
    const { user } = await beforeTheCamera(server);
    await user.click(screen.getByTestId('movements-cannot'));
    expect(screen.getByTestId('other-ways')).toHaveTextContent('a trained person looks at it');
    await user.click(screen.getByTestId('movements-still'));
    expect(await screen.findByTestId('selfie-file')).toBeInTheDocument();
    expect(screen.getByTestId('still-consequence')).toBeInTheDocument();
    expect(server.calls(draw)).toHaveLength(0);
    await user.click(screen.getByTestId('movements-back'));
    expect(await screen.findByTestId('movements-start')).toBeInTheDocument();
  });

  it('are not asked for where the operator does without', async () => {
    const server = new FakeServer();
    server.application.challenge.policy = 'OFF';
    sessionStorage.setItem('namesake.session.a1', 'nsc_session');
    server.application = {
      ...server.application,
      state: 'CONSENTED',
      document: { receivedAt: '2026-11-23T10:00:00Z', source: 'TYPED', strength: 'NONE', confirmed: true },
    };
    visit('/apply/a1', server);
    expect(await screen.findByTestId('selfie-capture')).toBeInTheDocument();
    expect(screen.queryByTestId('movements-start')).not.toBeInTheDocument();
  });
});
