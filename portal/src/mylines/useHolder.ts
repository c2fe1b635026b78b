import { useMemo } from 'react';
import { HolderApi, type OpenedVisit } from '../api/holder';
import { useIdleEnd } from '../ui/useIdleEnd';
import { useTabSecret } from '../ui/useTabSecret';
import { holderToken, keepVisit, visitIdleMillis } from './holderToken';

/** The holder whose visit this tab has. It ends when the server ends it, and then shows nothing any more. */
export interface Holder {
  token: string | null;
  /** Asks as the holder; null without a visit. */
  api: HolderApi | null;
  /** Whether a visit has just ended by itself. */
  ended: boolean;
  open: (visit: OpenedVisit) => void;
  forget: () => void;
}

export function useHolder(): Holder {
  const { given: token, rejected, keep, forget } = useTabSecret(holderToken);
  useIdleEnd(token, visitIdleMillis());
  const api = useMemo(() => (token === null ? null : new HolderApi(token)), [token]);
  const open = (visit: OpenedVisit) => {
    keepVisit(visit);
    keep(visit.token);
  };
  return { token, api, ended: rejected !== null, open, forget };
}
