import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Choice } from './choice.ts';
import type { Indicator } from './FigurePicker.tsx';

/** Whose records to list: those of a figure of a unit or the town. */
export interface RecordsProps {
  town: string;
  indicator: Indicator;
  choice: Choice;
  /** Of a rate, whether to begin with those that are missing from it. */
  missingFirst: boolean;
}

interface Props {
  title: string;
  /** What to say where there are none. */
  none: string;
  /** Of a rate: whether those are listed that are missing from it, what both are called, and how to change that. */
  split?: { missing: boolean; labels: readonly [counted: string, missing: string]; choose: (missing: boolean) => void };
  shown: number;
  total: number;
  /** Loads what follows; false where nothing does. */
  more: false | (() => Promise<unknown>);
  children: ReactNode;
}

/** The records that a figure counts, or those that are missing from it. */
export function RecordsPanel({ title, none, split, shown, total, more, children }: Props) {
  const [counted, missing] = split?.labels ?? [];
  return (
    <Panel
      title={`${title} ${total}`}
      flush
      extra={
        split && (
          <Segmented
            size="small"
            value={split.missing}
            options={[
              { value: false, label: counted },
              { value: true, label: missing },
            ]}
            onChange={split.choose}
          />
        )
      }
    >
      {total === 0 && <p className="hint padded">{none}</p>}
      {children}
      {more && <MoreButton shown={shown} total={total} load={more} />}
    </Panel>
  );
}
