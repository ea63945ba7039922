import { unitKinds } from '../towns/unit-kind.ts';

/** What a town has on a day: which rows of a dated table, in SQL on a `version` of it. */
export interface Stock {
  table: 'household_block' | 'team_version' | 'unit_version';
  holds: string;
}

/** Versions that hold, those of blocks of overlays left out. */
const geographic = (unit: 'block_id' | 'unit_id') =>
  `superseded_at is null and exists (select from unit u where u.town_id = version.town_id and u.id = version.${unit} and u.overlay_id is null)`;

const ofUnits = unitKinds
  .filter((kind) => kind !== 'TOWN')
  .map((kind) => [
    kind.toLowerCase().replaceAll('_', '-'),
    { table: 'unit_version', holds: `kind = '${kind}' and ${geographic('unit_id')}` } as const,
  ]);

/**
 * Everything of which a town's summaries keep how many there are, by the code of its indicator. A stock is a line here, and
 * one in a migration, where `keepStocks` (db/migrations/keep-sums.ts) has the table keep it; `npm run reconcile` finds where
 * the two differ.
 */
export const stocks: Readonly<Record<string, Stock>> = {
  household: { table: 'household_block', holds: 'superseded_at is null and overlay_id is null' },
  team: { table: 'team_version', holds: geographic('block_id') },
  ...Object.fromEntries(ofUnits),
};
