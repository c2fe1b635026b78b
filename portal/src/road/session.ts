/**
 * The session of an application, kept for as long as the tab is open so that a reload goes on where it was. It is the
 * only thing that we keep: what was typed and photographed stays in the page's memory.
 */
import { ApplicantApi, openSession } from '../api/applicant';
import { Problem } from '../api/problem';
import type { Application } from '../api/types';
import { closedBy, type Closed } from './road';

export type Opened = { api: ApplicantApi; application: Application } | { closed: Closed };

const key = (id: string) => `namesake.session.${id}`;

/** Used where the browser forbids storage; a reload then needs a new link. */
const memory = new Map<string, string>();

/** A link opens once, so two callers (React runs effects twice while developing) must share one attempt. */
const underWay = new Map<string, Promise<Opened>>();

/**
 * @param linkToken what followed the # of the capture link; null when there was nothing
 * @throws a Problem that may pass, such as a lost connection
 */
export function openRoad(id: string, linkToken: string | null): Promise<Opened> {
  const attempt = `${id}#${linkToken ?? ''}`;
  const running = underWay.get(attempt);
  if (running !== undefined) {
    return running;
  }
  const opening = open(id, linkToken).finally(() => underWay.delete(attempt));
  underWay.set(attempt, opening);
  return opening;
}

async function open(id: string, linkToken: string | null): Promise<Opened> {
  // Not aborted when the page is left: the link's one use would be lost with the answer.
  const { signal } = new AbortController();
  const kept = read(id);
  if (kept !== null) {
    const resumed = await enter(id, kept, signal);
    if (!('closed' in resumed) || linkToken === null) {
      return resumed;
    }
  }
  if (linkToken === null) {
    return { closed: 'missing' };
  }
  try {
    const session = await openSession(linkToken, signal);
    if (session.applicationId !== id) {
      return { closed: 'unknown' };
    }
    keep(id, session.sessionToken);
    return await enter(id, session.sessionToken, signal);
  } catch (thrown) {
    return closedOr(thrown);
  }
}

async function enter(id: string, token: string, signal: AbortSignal): Promise<Opened> {
  const api = new ApplicantApi(id, token);
  try {
    return { api, application: await api.application(signal) };
  } catch (thrown) {
    const closed = closedOr(thrown);
    forget(id);
    return closed;
  }
}

function closedOr(thrown: unknown): { closed: Closed } {
  const closed = thrown instanceof Problem ? closedBy(thrown) : null;
  if (closed === null) {
    throw thrown;
  }
  return { closed };
}

export function forget(id: string): void {
  memory.delete(id);
  try {
    sessionStorage.removeItem(key(id));
  } catch {
    // Nothing was stored then.
  }
}

function keep(id: string, token: string): void {
  try {
    sessionStorage.setItem(key(id), token);
  } catch {
    memory.set(id, token);
  }
}

function read(id: string): string | null {
  try {
    return sessionStorage.getItem(key(id));
  } catch {
    return memory.get(id) ?? null;
  }
}
