import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { device } from '../device/db.ts';
import { dayInShanghai } from '../ui/day.ts';
import { Loading } from '../ui/States.tsx';

/** Where the installed application begins: with the day's list if one was taken along, else where one's visits are. */
export function Component() {
  const [to, setTo] = useState<string>();
  useEffect(() => {
    void device.lists.toArray().then(
      (lists) => {
        const today = lists.find(({ day }) => day === dayInShanghai());
        setTo(today ? `/towns/${today.town}/today` : '/?to=today');
      },
      () => setTo('/?to=today'),
    );
  }, []);
  return to === undefined ? <Loading /> : <Navigate to={to} replace />;
}
