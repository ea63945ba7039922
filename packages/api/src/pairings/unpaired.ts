import { sql } from 'kysely';
import type { HouseholdCategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import { householdsInCategories } from '../categories/household-categories.ts';
import type { Context } from '../context.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { placedOn } from '../households/placed-on.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { getPairingKind, kindOn } from './kind-rows.ts';
import { noteLooking } from './list-pairings.ts';
import type { PairingKindType } from './pairing-kind.type.ts';
import { lastsOn } from './pairing-rows.ts';
import type { UnpairedArgs, UnpairedHouseholdType } from './unpaired.type.ts';

interface Row {
  id: string;
  block: string;
}

/**
 * A page of the households that somebody may see and that ought to have a pairing of a kind today and have none, block by block.
 * Errors: NOT_FOUND on pairingKind or filter.unit; BAD_INPUT on pairingKind of a sensitive one without a purpose, on first, last, after or before.
 */
export async function listUnpaired(
  desk: Desk,
  ctx: Context,
  args: UnpairedArgs,
): Promise<Connection<UnpairedHouseholdType>> {
  const kind = await getPairingKind(desk, args.pairingKind, 'pairingKind');
  noteLooking(desk, ctx, kind, 'pairingKind');
  const held = await heldUnder(desk, kind);
  const today = dayOf(desk.now);
  const where = [
    placedOn(desk.town, today),
    sql`placed.household_id = ${anyOf(held.keys())}`,
    await withinReach(desk, ctx.signedIn, 'pairing:read', sql`placed.household_id`),
    sql`not exists (select from pairing p where p.town_id = placed.town_id and p.household_id = placed.household_id
      and p.kind_id = ${kind.uuid} and ${lastsOn(today)})`,
  ];
  const unit = args.filter?.unit;
  if (unit != null) {
    where.push(heldBy(desk, sql`placed.household_id`, await unitsUnder(desk, unit, 'filter.unit')));
  }
  const rows = desk.db.selectFrom(
    sql<Row>`(select placed.household_id as id, placed.block_id as block from household_block placed
      where ${sql.join(where, sql` and `)})`.as('d'),
  );
  const page = await orderedPage(
    args,
    {
      ...{ by: 'd.block', type: 'uuid', id: 'd.id', latestFirst: false },
      keyOf: ({ id: uuid, block }: Row) => ({ by: block, uuid }),
    },
    rows.selectAll(),
    rows.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async ({ id }) => ({
    ...{ townId: desk.town, householdUuid: id, pairingKind: kind, because: held.get(id) ?? [] },
  }));
}

/** The periods of today in which households are in the categories for which a kind is, by household. */
async function heldUnder(desk: Desk, kind: PairingKindType): Promise<Map<string, HouseholdCategoryType[]>> {
  const today = dayOf(desk.now);
  const named = kindOn(kind, today)?.categoryUuids ?? [];
  const all = (await desk.load(categoriesOfTowns, desk.town)).filter(({ uuid }) => named.includes(uuid));
  const held = await Promise.all(
    all.map(({ townId, uuid, sensitive }) => desk.load(householdsInCategories, { townId, uuid, sensitive })),
  );
  const now = held.flat().filter(({ validFrom: from, validTo: to }) => holdsOn({ from, to }, today));
  return Map.groupBy(now, ({ householdUuid }) => householdUuid);
}
