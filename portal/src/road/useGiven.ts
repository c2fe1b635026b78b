import { useCallback, useState } from 'react';
import type { Application } from '../api/types';
import { noFields } from './documentFields';
import type { Draft, RoadWalk } from './RoadContext';

interface Given extends Pick<RoadWalk, 'draft' | 'sent' | 'setDraft' | 'keepSent'> {
  /** What was changed and not sent is let go of, where the server has what came before. */
  restore: (application: Application) => void;
}

const nothing: Draft = { fields: noFields, document: null, selfie: null, filmed: false, sampleId: null };

/** What the person has given in this page, and what of it was sent. */
export function useGiven(): Given {
  const [given, change] = useState({ draft: nothing, sent: nothing });
  const setDraft = useCallback(
    (part: Partial<Draft>) => change(({ draft, sent }) => ({ draft: { ...draft, ...part }, sent })),
    [],
  );
  const keepSent = useCallback(
    (part: Partial<Draft>) =>
      change(({ draft, sent }) => ({ draft: { ...draft, ...part }, sent: { ...sent, ...part } })),
    [],
  );
  const restore = useCallback(
    ({ document, selfie }: Application) =>
      change(({ draft, sent }) => ({
        draft: {
          ...draft,
          ...(document !== null && documentOf(sent)),
          ...(selfie !== null && selfieOf(sent)),
        },
        sent,
      })),
    [],
  );
  return { ...given, setDraft, keepSent, restore };
}

const documentOf = ({ fields, document, sampleId }: Draft) => ({ fields, document, sampleId });
const selfieOf = ({ selfie, filmed }: Draft) => ({ selfie, filmed });
