import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { writeRevisions, writeVersions } from '../db/revise.ts';
import { endOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { addressesFor } from './addresses.ts';
import { getHouseholdFor } from './find-household.ts';
import type { EndHouseholdInput } from './household.input.ts';
import type { HouseholdType } from './household.type.ts';
import { recordEvents } from './household-events.ts';
import { inPartition, placesOf } from './household-places.ts';
import { lockHouseholds } from './lock-household.ts';

/**
 * Ends a household, also in its overlays, and the stays of all who are in it; `on` is the first day without it. Ended on its
 * first day, it was never there. Returns its id in the town.
 * Errors: NOT_FOUND on input.household; BAD_INPUT on input.on; CONFLICT where it has left already, moves later, was
 * visited or joined later or asked for something later, or was changed by somebody else.
 */
export async function endHousehold(desk: Desk, actor: Actor, input: EndHouseholdInput, on: string): Promise<string> {
  await lockTree(desk);
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  requireVersion(household, input.expectedVersion);
  await endWithoutMembers(desk, household, on, { household: 'input.household', on: 'input.on' });
  await endMembers(desk, household.uuid, on);
  await recordEvents(desk, actor, [{ household: household.uuid, kind: 'ENDED', day: on }]);
  return household.uuid;
}

/**
 * Ends a household with its places and its address, but nobody's stay in it. `fields` says where in the input it and the
 * day are named. Errors: those of endHousehold there.
 */
export async function endWithoutMembers(
  desk: Desk,
  household: HouseholdType,
  on: string,
  fields: { household: string; on: string },
): Promise<void> {
  const { uuid, validFrom, validTo } = household;
  if (validTo !== null) throw conflict('householdEnded', fields.household, { date: validTo });
  if (on < validFrom) throw badInput(fields.on, 'dateBeforeBeginning', { date: validFrom });
  const places = await desk.load(placesOf, { townId: desk.town, uuid });
  const later = places.find((place) => place.from > on);
  if (later) throw conflict('dateBeforeChange', fields.on, { date: later.from });
  const visit = await desk.db
    .selectFrom('visit')
    .select((all) => all.fn.max('visited_on').as('last'))
    .where('town_id', '=', desk.town)
    .where('household_id', '=', uuid)
    .where('visited_on', '>=', on)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (visit?.last) throw conflict('visitedLater', fields.on, { date: visit.last });
  const request = await desk.db
    .selectFrom('request_household as c')
    .innerJoin('request as r', (join) => join.onRef('r.town_id', '=', 'c.town_id').onRef('r.id', '=', 'c.request_id'))
    .select((all) => all.fn.max('r.raised_on').as('last'))
    .where('c.town_id', '=', desk.town)
    .where('c.household_id', '=', uuid)
    .where('r.raised_on', '>=', on)
    .executeTakeFirst();
  if (request?.last) throw conflict('requestedLater', fields.on, { date: request.last });
  const before = inPartition(places, null);
  for (const overlay of new Set(places.flatMap((place) => place.state.overlay_id ?? []))) {
    const placed = inPartition(places, overlay);
    await writeVersions(desk, 'household', [{ uuid, before: placed, after: endOn(placed, on) }], null);
  }
  await writeRevisions(desk, 'household', [{ uuid, before, after: endOn(before, on) }], null);
  const { addresses } = await addressesFor(desk, uuid);
  await writeDated(desk, 'address', [{ uuid, before: addresses, after: endOn(addresses, on) }]);
}

/** Ends the stays of all members of a household with it. Errors: CONFLICT on input.on where somebody comes later. */
async function endMembers(desk: Desk, household: string, on: string): Promise<void> {
  const later = await desk.db
    .selectFrom('resident_stay')
    .select((all) => all.fn.max('valid_from').as('last'))
    .where('town_id', '=', desk.town)
    .where('household_id', '=', household)
    .where('valid_from', '>', on)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .executeTakeFirst();
  if (later?.last) throw conflict('dateBeforeChange', 'input.on', { date: later.last });
  await desk.db
    .updateTable('resident_stay')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('household_id', '=', household)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .execute();
}
