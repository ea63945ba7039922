import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import { usePeriod } from './period.ts';

/** What something was over a period; `to` is the first day after it, null while it lasts. */
export interface Period {
  from: string;
  to: string | null;
  title: ReactNode;
  note?: ReactNode;
}

/** Periods as a line of time, the latest first. */
export function History({ periods }: { periods: readonly Period[] }) {
  const period = usePeriod();
  return (
    <Timeline
      items={periods.toReversed().map(({ from, to, title, note }) => ({
        key: from,
        color: to === null ? 'blue' : 'gray',
        content: (
          <>
            <div>{title}</div>
            <div className="hint">
              {period(from, to)}
              {note && <> · {note}</>}
            </div>
          </>
        ),
      }))}
    />
  );
}
