import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { device } from '../device/db.ts';
import type { VisitList } from './kept.ts';
import { openList } from './list.ts';

/** The list that an account has taken along for today in a town; null where there is none, undefined until it is read. */
export function useTodayList(account: string, town: string): VisitList | null | undefined {
  // What tells that the list has changed, in this window or another.
  const row = useLiveQuery(
    () =>
      device.lists.get(town).then(
        (found) => found ?? null,
        () => null,
      ),
    [town],
  );
  const [list, setList] = useState<VisitList | null>();
  useEffect(() => {
    if (row === undefined) return;
    let current = true;
    void openList({ account: { id: account }, town: { code: town } }).then((opened) => current && setList(opened));
    return () => {
      current = false;
    };
  }, [row, account, town]);
  return list;
}
