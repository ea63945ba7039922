import { sql } from 'kysely';
import { categoriesAround } from '../categories/household-categories.ts';
import type { Desk } from '../db/door.ts';
import { placedOn } from '../households/placed-on.ts';
import { kindOn, pairingKindsOf } from './kind-rows.ts';
import { lastsOn } from './pairing-rows.ts';

/** A household that ought to have pairings on a day: of which kinds, and which of these it has. */
export interface CalledFor {
  household: string;
  /** The geographic block that holds it on the day. */
  block: string;
  kinds: ReadonlySet<string>;
  paired: ReadonlySet<string>;
}

/** Of which town, on which day. */
interface DayKey {
  townId: number;
  on: string;
}

/**
 * Batch of the households of towns that are, on a day, in a category for which a kind of pairing is. Which one that is is sealed where it is
 * sensitive, so that it is looked up beside the database. Two statements a town and day beside what tells of kinds.
 */
export function householdsCalledFor(desk: Desk, keys: readonly DayKey[]): Promise<CalledFor[][]> {
  return Promise.all(keys.map((key) => calledFor(desk, key)));
}

async function calledFor(desk: Desk, { townId, on }: DayKey): Promise<CalledFor[]> {
  const kinds = await desk.load(pairingKindsOf, townId);
  const byCategory = new Map<string, string[]>();
  for (const kind of kinds) {
    for (const category of kindOn(kind, on)?.categoryUuids ?? []) {
      byCategory.set(category, [...(byCategory.get(category) ?? []), kind.uuid]);
    }
  }
  if (byCategory.size === 0) return [];
  const held = await categoriesAround(desk, townId, on, null);
  const called = new Map<string, Set<string>>();
  for (const { householdUuid, categoryUuid } of held) {
    for (const kind of byCategory.get(categoryUuid) ?? []) {
      called.set(householdUuid, (called.get(householdUuid) ?? new Set()).add(kind));
    }
  }
  const { rows } = await sql<{ household: string; block: string; kinds: string[] }>`
    select placed.household_id as household, placed.block_id as block, array(
      select p.kind_id::text from pairing p where p.town_id = placed.town_id and p.household_id = placed.household_id
        and ${lastsOn(on)}) as kinds
    from household_block placed
    where ${placedOn(townId, on)} and placed.household_id = any(${[...called.keys()]}::uuid[])`.execute(desk.db);
  return rows.map(({ household, block, kinds: running }) => {
    const asked = called.get(household) ?? new Set<string>();
    return { household, block, kinds: asked, paired: new Set(running.filter((kind) => asked.has(kind))) };
  });
}
