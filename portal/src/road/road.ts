/**
 * The applicant's road as a state machine without any screen. The server knows how far an application is; the person may
 * only look back at steps that are done, as long as nothing was submitted.
 */
import type { Application } from '../api/types';
import type { Problem } from '../api/problem';

export type Step = 'consent' | 'document' | 'selfie' | 'review' | 'waiting' | 'verdict';

/** Why the road cannot be walked. */
export type Closed = 'expired' | 'used' | 'unknown' | 'missing' | 'ended';

export type Road =
  | { phase: 'opening' }
  | { phase: 'interrupted'; problem: Problem }
  | { phase: 'closed'; why: Closed }
  | { phase: 'walking'; application: Application; step: Step };

export type RoadEvent =
  /** The road is being opened, again. */
  | { type: 'opening' }
  | { type: 'interrupted'; problem: Problem }
  | { type: 'closed'; why: Closed }
  /** The server told how the application is now: the step follows from it. */
  | { type: 'arrived'; application: Application }
  /** The person wants to see another step. */
  | { type: 'went'; step: Step };

export function walk(road: Road, event: RoadEvent): Road {
  switch (event.type) {
    case 'opening':
      return road.phase === 'walking' ? road : { phase: 'opening' };
    case 'interrupted':
      return road.phase === 'walking' ? road : { phase: 'interrupted', problem: event.problem };
    case 'closed':
      return { phase: 'closed', why: event.why };
    case 'arrived':
      return { phase: 'walking', application: event.application, step: dueStep(event.application) };
    case 'went':
      return road.phase === 'walking' && open(road.application, event.step)
        ? { ...road, step: event.step }
        : road;
  }
}

/** The step that an application is at. */
export function dueStep(application: Application): Step {
  switch (application.state) {
    case 'CREATED':
      return 'consent';
    case 'CONSENTED':
      if (application.document === null || !application.document.confirmed) {
        return 'document';
      }
      return application.selfie === null ? 'selfie' : 'review';
    case 'SUBMITTED':
      return 'waiting';
    case 'VERIFIED':
    case 'REFUSED':
    case 'REVIEW':
    case 'EXPIRED':
      return 'verdict';
  }
}

/** Whether a step may be shown: the one that is due, and while nothing is submitted, every capture step before it. */
export function open(application: Application, step: Step): boolean {
  const due = dueStep(application);
  if (step === due) {
    return true;
  }
  const captures: readonly Step[] = ['document', 'selfie', 'review'];
  return captures.includes(step) && captures.indexOf(step) < captures.indexOf(due);
}

/** What a problem with the application itself means for the road; null when it can still be walked. */
export function closedBy(problem: Problem): Closed | null {
  switch (problem.code) {
    case 'capture-link-expired':
      return 'expired';
    case 'capture-link-used':
      return 'used';
    case 'capture-link-unknown':
    case 'application-unknown':
      return 'unknown';
    case 'not-authenticated':
    case 'not-allowed':
      return 'ended';
    default:
      return null;
  }
}
