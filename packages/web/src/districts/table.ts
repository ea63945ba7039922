import { changeBetween } from '../figures/compared.ts';
import type { FileCell } from '../ui/tableFile.ts';
import type { Indicator } from './dashboard.ts';
import type { Cell, Row } from './rows.ts';

interface TableToSave {
  rows: readonly Row[];
  total: Row | null;
  indicators: readonly Indicator[];
  nameOf: (indicator: Indicator) => string;
  labels: Record<'name' | 'code' | 'total' | 'away' | 'numerator' | 'denominator' | 'before' | 'change', string>;
}

/** A dashboard as a table to save: a rate with what it is made of, and where it is held against another period, what it was. */
export function tableOf({ rows, total, indicators, nameOf, labels }: TableToSave): FileCell[][] {
  const compared = [...rows, ...(total ? [total] : [])].some(({ cells }) => cells?.some(({ before }) => before));
  const head = indicators.flatMap((indicator) => {
    const name = nameOf(indicator);
    return [
      name,
      ...(indicator.isRate ? [`${name} ${labels.numerator}`, `${name} ${labels.denominator}`] : []),
      ...(compared ? [`${name} ${labels.before}`, `${name} ${labels.change}`] : []),
    ];
  });
  const line = (row: Row): FileCell[] => [
    row.key === 'total' ? labels.total : row.name,
    row.code,
    ...(row.cells
      ? indicators.flatMap(({ isRate }, index) => cellsOf(row.cells?.[index], isRate, compared))
      : head.map((_, index) => (index === 0 ? labels.away : null))),
  ];
  return [[labels.name, labels.code, ...head], ...rows.map(line), ...(total ? [line(total)] : [])];
}

function cellsOf(cell: Cell | undefined, isRate: boolean, compared: boolean): FileCell[] {
  if (!cell) return [];
  const { before } = cell;
  return [
    isRate ? cell.rounded : cell.numerator,
    ...(isRate ? [cell.numerator, cell.denominator] : []),
    ...(compared
      ? [isRate ? (before?.rounded ?? null) : (before?.numerator ?? null), before && changeBetween(before, cell)]
      : []),
  ];
}
