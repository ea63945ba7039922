import { type RawBuilder, sql } from 'kysely';
import { actingAs } from '../access/actor.ts';
import { requirePurpose } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { heldBy, withinReach } from '../households/within-reach.ts';
import { requirePeople } from '../people/require-people.ts';
import { type Connection, fillPage } from '../schema/connection.ts';
import { orderedPage } from '../schema/ordered-page.ts';
import { dayOf } from '../today.ts';
import { unitsUnder } from '../units/standing-under.ts';
import { getPairingKind } from './kind-rows.ts';
import type { PairingFilter, PairingsArgs, PairingsDueArgs } from './pairing.input.ts';
import type { PairingType } from './pairing.type.ts';
import type { PairingKindType } from './pairing-kind.type.ts';
import { type PairingRow, pairingOf, runsOn, selectPairings } from './pairing-rows.ts';

/**
 * A page of the pairings of the desk's town that somebody may see and for which `more` holds, the latest first.
 * Errors: those of conditionsOf; BAD_INPUT on first, last, after or before.
 */
export async function listPairings(
  desk: Desk,
  ctx: Context,
  args: PairingsArgs,
  more: readonly RawBuilder<unknown>[] = [],
): Promise<Connection<PairingType>> {
  const conditions = [...(await conditionsOf(desk, ctx, args.filter ?? {})), ...more];
  const all = sql<boolean>`${sql.join(conditions, sql` and `)}`;
  const chosen = selectPairings(desk).where(all);
  const page = await orderedPage(
    args,
    {
      ...{ by: 'p.begun_on', type: 'date', id: 'p.id', latestFirst: true },
      keyOf: (row: PairingRow) => ({ by: row.begun_on, uuid: row.id }),
    },
    chosen,
    desk.db.selectFrom(chosen.as('d')).select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => pairingOf(row));
}

/**
 * A page of those that run and whose next contact is due by a day, those first that have been due longest.
 * Errors: those of conditionsOf; BAD_INPUT on first, last, after or before.
 */
export async function listPairingsDue(
  desk: Desk,
  ctx: Context,
  args: PairingsDueArgs,
): Promise<Connection<PairingType>> {
  const all = sql<boolean>`${sql.join(await conditionsOf(desk, ctx, args.filter ?? {}), sql` and `)}`;
  const chosen = desk.db
    .selectFrom(selectPairings(desk).where(all).as('d'))
    .where('d.due_on', '<=', args.by ?? dayOf(desk.now));
  const page = await orderedPage(
    args,
    {
      ...{ by: 'd.due_on', type: 'date', id: 'd.id', latestFirst: false },
      keyOf: (row: PairingRow) => ({ by: row.due_on ?? '', uuid: row.id }),
    },
    chosen.selectAll(),
    chosen.select(({ fn }) => fn.countAll<number>().as('total')),
  );
  return fillPage(page, async (row) => pairingOf(row));
}

/** Errors: NOT_FOUND on filter.pairingKind, filter.unit or filter.person; BAD_INPUT on filter.pairingKind of a sensitive one without a purpose. */
async function conditionsOf(desk: Desk, ctx: Context, filter: PairingFilter): Promise<RawBuilder<unknown>[]> {
  const { pairingKind, unit, person, mine, runningOn } = filter;
  const conditions: RawBuilder<unknown>[] = [
    sql`p.town_id = ${desk.town}`,
    await withinReach(desk, ctx.signedIn, 'pairing:read', sql`p.household_id`),
  ];
  if (pairingKind != null) {
    const kind = await getPairingKind(desk, pairingKind, 'filter.pairingKind');
    noteLooking(desk, ctx, kind, 'filter.pairingKind');
    conditions.push(sql`p.kind_id = ${kind.uuid}`);
  }
  if (unit != null) conditions.push(heldBy(desk, sql`p.household_id`, await unitsUnder(desk, unit, 'filter.unit')));
  if (person != null) {
    const [uuid] = await requirePeople(desk, [person], () => 'filter.person');
    conditions.push(sql`p.person_id = ${uuid}`);
  }
  if (mine === true) conditions.push(sql`p.person_id = ${actingAs(ctx.signedIn, desk.town)}`);
  if (runningOn != null) conditions.push(runsOn(runningOn));
  return conditions;
}

/** Whoever is found under a sensitive kind is told of by that: only for a purpose. Errors: BAD_INPUT on `field`. */
export function noteLooking(desk: Desk, ctx: Context, { sensitive }: PairingKindType, field: string): void {
  if (!sensitive) return;
  requirePurpose(ctx, field);
  ctx.personalReadings.add(desk.town, 'Pairing.kind', []);
}
