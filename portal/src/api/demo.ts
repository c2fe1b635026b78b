/** What only a demo server answers: made-up applicants and lines. */
import { answer, api, patient } from './client';
import { Problem } from './problem';
import type { CreatedApplication, Demo, Locale, Service } from './types';

/** The demo's sample applicants; null when this server is no demo. */
export async function demo(signal: AbortSignal): Promise<Demo | null> {
  try {
    return await answer(api(null).GET('/v1/demo', { signal: patient(signal) }));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 404) {
      return null;
    }
    throw thrown;
  }
}

/** A new application for a made-up line, as if the demo operator had sent a link. */
export function demoApplication(
  service: Service,
  locale: Locale,
  signal: AbortSignal,
): Promise<CreatedApplication> {
  return answer(
    api(null).POST('/v1/demo/applications', { body: { service, locale }, signal: patient(signal) }),
  );
}

/** Lets a made-up applicant's wallet answer a request. */
export async function answerWithDemoWallet(person: string, link: string, signal: AbortSignal): Promise<void> {
  await answer(
    api(null).POST('/v1/demo/wallets/{person}', {
      params: { path: { person } },
      body: { link },
      signal: patient(signal),
    }),
  );
}

/** A sample picture or chip, as bytes to be given like a file of one's own. */
export async function sampleFile(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal: patient(signal) });
  if (!response.ok) {
    throw Problem.of(response, null);
  }
  return response.blob();
}
