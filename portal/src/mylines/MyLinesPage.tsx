import { useState } from 'react';
import { MyLinesVisit } from './MyLinesVisit';
import { StartMyLines } from './StartMyLines';
import { useHolder } from './useHolder';

/** `/my-lines`: every line in the name of whoever was just verified. */
export default function MyLinesPage() {
  const { token, api, ended, open, forget } = useHolder();
  const [left, setLeft] = useState(false);
  const leave = () => {
    forget();
    setLeft(true);
  };
  return api === null || token === null ? (
    <StartMyLines before={ended ? 'ended' : left ? 'left' : null} onOpened={open} />
  ) : (
    <MyLinesVisit token={token} api={api} onLeft={leave} />
  );
}
