import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { householdsById, requireLiving, visibleHouseholds } from '../households/find-household.ts';
import { nextNumbers } from '../requests/request-number.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { type ReliefSaid, readApplication } from './apply-for-relief.ts';
import { mostTogether, writeReliefEvents } from './take-relief-steps.ts';

/**
 * Applies for the same for many households at once: for all of them or for none. Returns the applications' ids in the town, in the
 * order of the households.
 * Errors: those of readApplication; BAD_INPUT on input.households for none or too many, or on input.households.N listed twice;
 * NOT_FOUND there for one out of the actor's reach; BAD_INPUT on input.on before it was there; CONFLICT there where it has left.
 */
export async function applyForReliefTogether(
  desk: Desk,
  actor: Actor,
  input: ReliefSaid & { households: string[] },
): Promise<string[]> {
  await holdTree(desk);
  const said = await readApplication(desk, input);
  const households = await readHouseholds(desk, actor, input.households, said.on);
  const last = await nextNumbers(desk, said.year, 'relief_counter', households.length);
  const rows = households.map((household_id, index) => ({
    ...{ town_id: desk.town, id: newId(), year: said.year, number: last - households.length + 1 + index },
    ...{ household_id, resident_id: null, item_id: said.item, campaign_id: said.campaign, reason: said.reason },
    ...{ amount: said.amount, state: 'SUBMITTED' as const, applied_on: said.on, recorded_at: desk.now },
    ...{ recorded_by: actor.accountId, version: 1 },
  }));
  await desk.db.insertInto('relief_application').values(rows).execute();
  const after = rows.map(({ id, state, version }) => ({ id, state, version }));
  await writeReliefEvents(desk, actor, after, 'APPLY', said.on);
  return rows.map(({ id }) => id);
}

async function readHouseholds(desk: Desk, actor: Actor, ids: readonly string[], on: string): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.households', 'required');
  if (ids.length > mostTogether) throw badInput('input.households', 'tooMany', { most: mostTogether });
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, 'Household', `input.households.${index}`));
  const found = await Promise.all(uuids.map((uuid) => desk.load(householdsById, { townId: desk.town, uuid })));
  const known = found.filter((household) => household !== undefined);
  const reached = new Set((await visibleHouseholds(desk, actor, known, 'relief:apply')).map(({ uuid }) => uuid));
  const named = new Set<string>();
  for (const [index, household] of found.entries()) {
    const field = `input.households.${index}`;
    if (!household || !reached.has(household.uuid)) throw notFound(field);
    if (named.has(household.uuid)) throw badInput(field, 'listedTwice');
    named.add(household.uuid);
    requireLiving(household, on, 'input.on', field);
  }
  return uuids;
}
