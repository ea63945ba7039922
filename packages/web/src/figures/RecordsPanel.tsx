import { Segmented } from 'antd';
import { ListPanel, type ListProps } from '../ui/ListPanel.tsx';
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

interface Props<Data, Row> extends Omit<ListProps<Data, Row>, 'extra'> {
  /** Of a rate: whether those are listed that are missing from it, what both are called, and how to change that. */
  split?:
    | false
    | { missing: boolean; labels: readonly [counted: string, missing: string]; choose: (missing: boolean) => void };
}

/** The records that a figure counts, or those that are missing from it. */
export function RecordsPanel<Data, Row>({ split = false, ...list }: Props<Data, Row>) {
  if (!split) return <ListPanel {...list} />;
  const [counted, missing] = split.labels;
  return (
    <ListPanel
      {...list}
      extra={
        <Segmented
          size="small"
          value={split.missing}
          options={[
            { value: false, label: counted },
            { value: true, label: missing },
          ]}
          onChange={split.choose}
        />
      }
    />
  );
}

/** The figure in a period whose records are listed, as the contract asks for it. */
export function figureOf({ town: code, indicator, choice: { unit, period, basis, basisDay: asOf } }: RecordsProps) {
  return { code, indicator: indicator.code, unit, period, basis, asOf };
}
