import { useMemo, useState } from 'react';
import { HolderApi } from '../api/holder';
import { useTabSecret } from '../ui/useTabSecret';
import { holderToken } from './holderToken';
import { MyLinesVisit } from './MyLinesVisit';
import { StartMyLines } from './StartMyLines';

/** `/my-lines`: every line in the name of whoever was just verified. */
export default function MyLinesPage() {
  const { given: token, rejected, keep, forget } = useTabSecret(holderToken);
  const [left, setLeft] = useState(false);
  const api = useMemo(() => (token === null ? null : new HolderApi(token)), [token]);
  const leave = () => {
    forget();
    setLeft(true);
  };
  return api === null || token === null ? (
    <StartMyLines before={rejected !== null ? 'ended' : left ? 'left' : null} onOpened={keep} />
  ) : (
    <MyLinesVisit token={token} api={api} onLeft={leave} />
  );
}
