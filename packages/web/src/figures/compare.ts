import type { Basis, UnitKind } from '../generated/graphql.ts';
import { bases, type FiguresOnBases } from './figure.ts';

/** What one unit adds to the town's figure on each basis; `unit` is null for what is in no unit, `rest` stands for units left out. */
export interface ComparedRow {
  key: string;
  unit: string | null;
  name: string | null;
  kind: UnitKind | null;
  /** A basis and day on which it counts: on these its page shows it. */
  basis: Basis;
  asOf: string;
  counts: Record<Basis, number>;
}

const restKey = 'rest';

/**
 * The units of the town on three bases beside each other, the largest of today first, then those of the other bases.
 * Where a figure has more units than were read, the last row holds what they add, so that each column adds up.
 */
export function comparedRows(figures: FiguresOnBases): ComparedRow[] {
  const rows = new Map<string, ComparedRow>();
  const rest: Record<Basis, number> = { AS_RECORDED: 0, AS_OF: 0, RESTATED: 0 };
  for (const basis of ['RESTATED', 'AS_OF', 'AS_RECORDED'] as const) {
    const { asOf, numerator, parts } = figures[basis];
    rest[basis] = numerator ?? 0;
    for (const { unit, name, kind, numerator } of parts.nodes) {
      const count = numerator ?? 0;
      const key = unit ?? 'none';
      const row = rows.get(key) ?? {
        key,
        unit,
        name,
        kind,
        basis,
        asOf,
        counts: { AS_RECORDED: 0, AS_OF: 0, RESTATED: 0 },
      };
      row.counts[basis] = count;
      rest[basis] -= count;
      rows.set(key, row);
    }
  }
  const all = [...rows.values()];
  if (bases.every((basis) => rest[basis] === 0)) return all;
  const { asOf } = figures.RESTATED;
  return [...all, { key: restKey, unit: null, name: null, kind: null, basis: 'RESTATED', asOf, counts: rest }];
}

/** Whether a row stands for units that were not read. */
export function isRest(row: ComparedRow): boolean {
  return row.key === restKey;
}

/** Whether the totals are equal on all bases. */
export function totalsAgree(figures: FiguresOnBases): boolean {
  const { numerator, denominator } = figures.RESTATED;
  return bases.every((basis) => figures[basis].numerator === numerator && figures[basis].denominator === denominator);
}

/** Whether there is nothing to count on any basis. */
export function isEmpty(figures: FiguresOnBases): boolean {
  return bases.every((basis) => (figures[basis].denominator ?? figures[basis].numerator) === 0);
}
