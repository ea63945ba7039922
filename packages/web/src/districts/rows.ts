import { type Counted, type District, type Indicator } from './dashboard.ts';

/** A figure with what it was in the period before it. */
export interface Cell extends Counted {
  before: Counted | null;
}

/** A town or a district as a row. */
export interface Row {
  key: string;
  code: string;
  name: string;
  of: 'town' | 'district';
  /** Where what stands behind its figures can be opened. */
  opens: boolean;
  /** Its figures in the order of the indicators; null where it has none. */
  cells: readonly Cell[] | null;
  /** Of a district, how many of its towns count, and which do not. */
  towns: { counted: number; missing: readonly string[] } | null;
}

/** The towns of districts as rows, in the register's order. */
export function townRows(districts: readonly District[]): Row[] {
  return districts.flatMap(({ figures, figuresBefore }) => {
    const before = new Map(
      (figuresBefore ?? []).flatMap((each) => ('figures' in each ? [[each.town.code, each.figures] as const] : [])),
    );
    return (figures ?? []).map((each): Row => {
      const { code, name, viewerCan } = each.town;
      const cells = 'figures' in each ? withBefore(each.figures, before.get(code)) : null;
      return {
        key: code,
        code,
        name,
        of: 'town',
        opens: cells !== null && viewerCan.includes('UNIT_READ'),
        cells,
        towns: null,
      };
    });
  });
}

/** Districts as rows, with what their towns have together. */
export function districtRows(districts: readonly District[]): Row[] {
  return districts.map(({ code, name, totals, totalsBefore }) => ({
    ...{ key: code, code, name, of: 'district', opens: true },
    cells: totals?.some(({ townCount }) => townCount > 0) ? withBefore(totals, totalsBefore ?? undefined) : null,
    towns: totals?.[0] ? { counted: totals[0].townCount, missing: totals[0].missing.map((town) => town.name) } : null,
  }));
}

/** What all rows have together; null where none has figures. */
export function totalOf(districts: readonly District[], indicators: readonly Indicator[]): Row | null {
  const rows = districtRows(districts).filter(({ cells }) => cells !== null);
  const [only, ...others] = rows;
  if (!only) return null;
  const towns = districts.flatMap(({ totals }) => totals?.[0]?.missing.map(({ name }) => name) ?? []);
  const counted = rows.reduce((sum, row) => sum + (row.towns?.counted ?? 0), 0);
  const cells = others.length === 0 ? only.cells : indicators.map((indicator, index) => added(indicator, rows, index));
  return { key: 'total', code: '', name: '', of: 'district', opens: false, cells, towns: { counted, missing: towns } };
}

function added(indicator: Indicator, rows: readonly Row[], index: number): Cell {
  const sum = (pick: (cell: Cell) => Counted | null): Counted => {
    const all = rows.flatMap(({ cells }) => cells?.[index] ?? []).flatMap((cell) => pick(cell) ?? []);
    const numerator = all.reduce((total, each) => total + (each.numerator ?? 0), 0);
    if (!indicator.isRate) return { numerator, denominator: null, value: `${numerator}`, rounded: `${numerator}` };
    const denominator = all.reduce((total, each) => total + (each.denominator ?? 0), 0);
    return { numerator, denominator, ...quotient(numerator, denominator, indicator.perHundred) };
  };
  const compared = rows.some(({ cells }) => cells?.[index]?.before);
  return { ...sum((cell) => cell), before: compared ? sum(({ before }) => before) : null };
}

/** A quotient as the API writes it: to six digits, and in per cent to a tenth, a half rounded up. */
function quotient(numerator: number, denominator: number, perHundred: boolean): Pick<Counted, 'value' | 'rounded'> {
  if (denominator === 0) return { value: null, rounded: null };
  const halfUp = (parts: number) => Math.floor((2 * numerator * parts + denominator) / (2 * denominator));
  const tenths = (halfUp(1000) / 10).toFixed(1);
  return { value: (halfUp(1_000_000) / 1_000_000).toFixed(6), rounded: perHundred ? tenths : `${tenths} %` };
}

function withBefore(figures: readonly Counted[], before: readonly Counted[] | undefined): Cell[] {
  return figures.map((figure, index) => ({ ...figure, before: before?.[index] ?? null }));
}

/** The rows in the order of one of their figures, the largest first unless told; those without it come last, as they were. */
export function ranked(rows: readonly Row[], index: number, ascending: boolean): Row[] {
  const [counted, others] = [
    rows.filter((row) => valueAt(row, index) !== null),
    rows.filter((row) => valueAt(row, index) === null),
  ];
  const sign = ascending ? -1 : 1;
  return [...counted.toSorted((a, b) => sign * compare(b.cells?.[index], a.cells?.[index])), ...others];
}

/** The places 名次 of rows by one of their figures, the largest first; equal ones share a place, those without it have none. */
export function placesOf(rows: readonly Row[], index: number): Map<string, number> {
  const counted = rows.filter((row) => valueAt(row, index) !== null);
  return new Map(
    counted.map((row) => [
      row.key,
      1 + counted.filter((other) => compare(other.cells?.[index], row.cells?.[index]) > 0).length,
    ]),
  );
}

/** The value of a figure as a number; null where there is none. */
export function valueAt({ cells }: Row, index: number): number | null {
  const value = cells?.[index]?.value ?? null;
  return value === null ? null : Number(value);
}

/** How one figure stands to another, in whole numbers: what is equal is equal. */
function compare(a: Counted | undefined, b: Counted | undefined): number {
  const left = BigInt(a?.numerator ?? 0) * BigInt(b?.denominator ?? 1);
  const right = BigInt(b?.numerator ?? 0) * BigInt(a?.denominator ?? 1);
  return left > right ? 1 : left < right ? -1 : 0;
}
