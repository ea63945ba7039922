import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../figures/words.ts';
import { type Choice, dayOf } from './choice.ts';
import type { Indicator } from './dashboard.ts';
import type { Cell, Row } from './rows.ts';
import { useWritten } from './written.ts';

interface Props {
  row: Row;
  cell: Cell;
  indicator: Indicator;
  choice: Choice;
  /** The largest value of its column, to which its bar is drawn; none where there is none. */
  largest: number;
}

/** A figure as a cell: its value, of a rate what it is made of, what it was, and a bar. It opens the town's own page of it. */
export function DashboardCell({ row, cell, indicator, choice, largest }: Props) {
  const { t } = useTranslation('districts');
  const { nameOf } = useWords();
  const { figure, made, change } = useWritten()(cell);
  const count = Number(cell.value ?? 0) === 0 ? 'count zero' : 'count';
  const width = cell.value === null || largest === 0 ? 0 : (100 * Number(cell.value)) / largest;
  const title = `${row.name} ${nameOf(indicator)} ${made ?? figure}`.trim();
  return (
    <div className="cell" title={title}>
      {row.of === 'town' && row.opens ? (
        <Link
          className={count}
          to={pathTo(row.code, indicator, choice)}
          aria-label={t('dashboard.open', { what: title })}
        >
          {figure}
        </Link>
      ) : (
        <span className={count}>{figure}</span>
      )}
      {made && <span className="cell-made">{made}</span>}
      {choice.before && (
        <span className={`cell-change ${change.direction}`} title={change.before}>
          {change.text}
        </span>
      )}
      {largest > 0 && <span className="cell-bar" style={{ width: `${width}%` }} />}
    </div>
  );
}

/** The page of a town that opens a figure, with the same days. */
function pathTo(town: string, { code, time }: Indicator, { period }: Choice): string {
  const days: Record<string, string> =
    time === 'STOCK' ? { on: dayOf(period) } : { from: period.first, to: period.last };
  return `/towns/${town}/figures?${new URLSearchParams({ figure: code, ...days })}`;
}
