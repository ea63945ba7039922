import type { Actor } from '../access/actor.ts';
import { writeDated } from '../db/dated.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, stateOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getBlockFor, getHouseholdFor, requireLiving } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { recordEvents } from '../households/household-events.ts';
import { inPartition, placesOf } from '../households/household-places.ts';
import { lockHouseholds } from '../households/lock-household.ts';
import { freeCodes, insertHouseholds } from '../households/register-households.ts';
import { addressLine, changeAddress } from '../households/set-address.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import type { SplitHouseholdInput } from './resident.input.ts';
import { membersOf, staysOf } from './resident-rows.ts';
import { changeStays } from './stays.ts';

/**
 * Lets some members of a household found one of their own from a day on, in the same block or another. Returns the ids of
 * both in the town.
 * Errors: NOT_FOUND on input.household or input.residents.N; those of getBlockFor; BAD_INPUT on input.residents,
 * input.code, input.address, input.newHead or input.from; CONFLICT where the household has left or is to leave, where
 * nobody would stay, where the number is taken, or where somebody else changed the household.
 */
export async function splitHousehold(
  desk: Desk,
  actor: Actor,
  input: SplitHouseholdInput,
  from: string,
): Promise<{ household: string; founded: string }> {
  await lockTree(desk);
  await lockHouseholds(desk, [requireIdIn(desk.town, input.household, 'Household', 'input.household')]);
  const household = await getHouseholdFor(desk, actor, 'household:register', input.household);
  requireVersion(household, input.expectedVersion);
  requireLiving(household, from, 'input.from');
  if (household.validTo !== null) throw conflict('householdEnded', 'input.household', { date: household.validTo });
  const { block } = await getBlockFor(desk, actor, await blockOf(desk, household, input, from), from, 'geographic');
  const head = input.newHead == null ? null : requireIdIn(desk.town, input.newHead, 'Resident', 'input.newHead');
  const going = await membersWhoGo(desk, household, input.residents, from);
  if (head !== null && !going.includes(head)) {
    const stays = await desk.load(staysOf, { townId: desk.town, uuid: head });
    throw stateOn(stays, from)?.household_id === household.uuid
      ? badInput('input.newHead', 'headNotAmong')
      : notFound('input.newHead');
  }
  const address = input.address == null ? undefined : addressLine(input.address, 'input.address');
  const [founded] = await insertHouseholds(desk, await freeCodes(desk, [input.code], () => 'input.code'), block, from);
  if (!founded) throw new Error('No household was founded');
  const revisions = await Promise.all(
    going.map(async (uuid) => {
      const before = await desk.load(staysOf, { townId: desk.town, uuid });
      const next = { household_id: founded.uuid, head: uuid === head };
      return { uuid, before, after: changeStays(before, household.uuid, from, next) };
    }),
  );
  await writeDated(desk, 'stay', revisions);
  const [left, at] = [household.uuid, founded.uuid];
  await recordEvents(desk, actor, [
    { household: at, kind: 'REGISTERED', day: from, other: left },
    ...going.flatMap((resident) => [
      { household: left, kind: 'RESIDENT_LEFT' as const, day: from, resident, other: at },
      { household: at, kind: 'RESIDENT_ADDED' as const, day: from, resident, other: left },
    ]),
  ]);
  if (address !== undefined) await changeAddress(desk, actor, founded, address, from, null);
  return { household: left, founded: at };
}

/** The block of the new household: the one that is named, or the one of the household that is split. */
async function blockOf(
  desk: Desk,
  { uuid }: HouseholdType,
  { block }: SplitHouseholdInput,
  from: string,
): Promise<string> {
  if (block != null) return block;
  const places = inPartition(await desk.load(placesOf, { townId: desk.town, uuid }), null);
  const held = stateOn(places, from)?.block_id;
  if (held === undefined) throw new Error(`Household ${uuid} has no block on ${from}`);
  return globalId('Unit', desk.town, held);
}

/** The members who go, checked: each once, in the household on the day, and not all of them. */
async function membersWhoGo(
  desk: Desk,
  { uuid }: HouseholdType,
  ids: readonly string[],
  from: string,
): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.residents', 'required');
  const members = (await desk.load(membersOf, { townId: desk.town, uuid })).filter((each) => holdsOn(each, from));
  const going = ids.map((id, index) => {
    const field = `input.residents.${index}`;
    const resident = requireIdIn(desk.town, id, 'Resident', field);
    if (!members.some((member) => member.resident === resident)) throw notFound(field);
    return resident;
  });
  const twice = going.findIndex((each, index) => going.indexOf(each) < index);
  if (twice >= 0) throw badInput(`input.residents.${twice}`, 'listedTwice');
  if (going.length === members.length) throw conflict('nobodyStays', 'input.residents');
  return going;
}
