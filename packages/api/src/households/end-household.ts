import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { writeRevisions, writeVersions } from '../db/revise.ts';
import { endOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getHouseholdFor } from './find-household.ts';
import type { EndHouseholdInput } from './household.input.ts';
import { inPartition, placesOf } from './household-places.ts';

/**
 * Ends a household, also in its overlays; `on` is the first day without it. Ended on its first day, it was never there.
 * Returns its id in the town.
 * Errors: NOT_FOUND on input.household; BAD_INPUT on input.on; CONFLICT where it has left already, moves later, was
 * visited later, or was changed by somebody else.
 */
export async function endHousehold(desk: Desk, actor: Actor, input: EndHouseholdInput, on: string): Promise<string> {
  await lockTree(desk);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  requireVersion(household, input.expectedVersion);
  const { uuid, validFrom, validTo } = household;
  if (validTo !== null) throw conflict('householdEnded', 'input.household', { date: validTo });
  if (on < validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: validFrom });
  const places = await desk.load(placesOf, { townId: desk.town, uuid });
  const later = places.find((place) => place.from > on);
  if (later) throw conflict('dateBeforeChange', 'input.on', { date: later.from });
  const visit = await desk.db
    .selectFrom('visit')
    .select((all) => all.fn.max('visited_on').as('last'))
    .where('town_id', '=', desk.town)
    .where('household_id', '=', uuid)
    .where('visited_on', '>=', on)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (visit?.last) throw conflict('visitedLater', 'input.on', { date: visit.last });
  const before = inPartition(places, null);
  for (const overlay of new Set(places.flatMap((place) => place.state.overlay_id ?? []))) {
    const placed = inPartition(places, overlay);
    await writeVersions(desk, 'household', [{ uuid, before: placed, after: endOn(placed, on) }], null);
  }
  await writeRevisions(desk, 'household', [{ uuid, before, after: endOn(before, on) }], null);
  return uuid;
}
