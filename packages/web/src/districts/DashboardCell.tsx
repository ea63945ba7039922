import { useTranslation } from 'react-i18next';
import type { To } from 'react-router';
import { figurePath } from '../figures/path.ts';
import { useWords } from '../figures/words.ts';
import { NumberLink } from '../ui/NumberLink.tsx';
import { useLinkWith } from '../ui/useAddress.ts';
import type { Choice } from './choice.ts';
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

/**
 * A figure as a cell: its value, of a rate what it is made of, what it was, and a bar. Where it counts anything it opens, of a town the
 * town's own page of it, of a district its dashboard, ranked by it.
 */
export function DashboardCell({ row, cell, indicator, choice, largest }: Props) {
  const { t } = useTranslation('districts');
  const { nameOf } = useWords();
  const { figure, made, compared } = useWritten(choice.comparison)(cell, indicator);
  const linkWith = useLinkWith();
  const zero = Number(cell.value ?? 0) === 0;
  const width = cell.value === null || largest === 0 ? 0 : (100 * Number(cell.value)) / largest;
  const title = `${row.name} ${nameOf(indicator)} ${made ?? figure}`.trim();
  const opened = (): To =>
    row.of === 'town'
      ? figurePath(row.code, { indicator, period: choice.period })
      : { pathname: `/districts/${row.code}`, ...linkWith({ rows: null, town: null, sort: indicator.code }) };
  return (
    <div className="cell" title={title}>
      {row.opens && (cell.denominator ?? cell.numerator ?? 0) > 0 ? (
        <NumberLink to={opened()} zero={zero} label={t('dashboard.open', { what: title })}>
          {figure}
        </NumberLink>
      ) : (
        <span className={zero ? 'count zero' : 'count'}>{figure}</span>
      )}
      {made && <span className="cell-made">{made}</span>}
      {compared && <span className="cell-before">{compared.before}</span>}
      {compared && <span className={`cell-change ${compared.change.direction}`}>{compared.change.text}</span>}
      {largest > 0 && <span className="cell-bar" style={{ width: `${width}%` }} />}
    </div>
  );
}
