import { createContext, useContext } from 'react';
import type { ApplicantApi } from '../api/applicant';
import type { Application, Demo } from '../api/types';
import { useAction, type Action } from '../ui/useAction';
import type { Problem } from '../api/problem';
import type { TypedFields } from './documentFields';
import type { Step } from './road';

/** What the person has given in this page. It is lost with the page, on purpose. */
export interface Draft {
  fields: TypedFields;
  document: Blob | null;
  selfie: Blob | null;
  /** The selfie is the frame of a film that the server has kept already; sending it again would make it a still picture. */
  filmed: boolean;
  /** The made-up applicant whose document was used, in the demo. */
  sampleId: string | null;
}

export interface RoadWalk {
  api: ApplicantApi;
  application: Application;
  demo: Demo | null;
  /** What stands in the page now. */
  draft: Draft;
  /** What the server has of it, as far as this page sent it. */
  sent: Draft;
  setDraft: (change: Partial<Draft>) => void;
  /** The server has got this; the draft is the same from then on. */
  keepSent: (part: Partial<Draft>) => void;
  /** Goes on with what the server said. */
  arrived: (application: Application) => void;
  /** Leaves a step for another; what was changed in it and not sent is let go of. */
  goTo: (step: Step) => void;
  /** Deals with problems that concern the whole road, such as a session that ended. */
  intercept: (problem: Problem) => boolean;
}

export const RoadContext = createContext<RoadWalk | null>(null);

export function useRoad(): RoadWalk {
  const road = useContext(RoadContext);
  if (road === null) {
    throw new Error('a step stands outside the road');
  }
  return road;
}

/** An action whose answer is the application as it is then. */
export function useRoadAction<A extends unknown[]>(
  ask: (signal: AbortSignal, ...given: A) => Promise<Application>,
): Action<A> {
  const { arrived, intercept } = useRoad();
  return useAction(async (signal, ...given: A) => arrived(await ask(signal, ...given)), intercept);
}
