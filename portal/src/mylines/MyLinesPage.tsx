import { useCallback, useMemo, useState } from 'react';
import { HolderApi } from '../api/holder';
import { holderToken } from './holderToken';
import { MyLinesVisit } from './MyLinesVisit';
import { StartMyLines, type Before } from './StartMyLines';

/** `/my-lines`: every line in the name of whoever was just verified. */
export default function MyLinesPage() {
  const [token, setToken] = useState(holderToken.read);
  const [before, setBefore] = useState<Before>(null);
  const api = useMemo(() => (token === null ? null : new HolderApi(token)), [token]);
  const end = useCallback((because: 'ended' | 'left') => {
    holderToken.forget();
    setBefore(because);
    setToken(null);
  }, []);
  const open = useCallback((opened: string) => {
    holderToken.keep(opened);
    setToken(opened);
  }, []);
  return api === null || token === null ? (
    <StartMyLines before={before} onOpened={open} />
  ) : (
    <MyLinesVisit token={token} api={api} onEnd={end} />
  );
}
