import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { holdHouseholds } from '../households/lock-household.ts';
import { requirePeople } from '../people/require-people.ts';
import { dayOfDeed } from '../schema/day.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { readAgreement, writeAgreement } from './agreement.ts';
import { getPairingKind, requireInUse } from './kind-rows.ts';
import type { BeginPairingInput } from './pairing.input.ts';

/**
 * Begins a pairing. The household is held meanwhile, so that of two alike at once one is begun. Returns its id in the town.
 * Errors: NOT_FOUND on input.household out of the actor's reach, input.person or input.pairingKind; BAD_INPUT on input.from ahead or before the
 * household, input.agreesToBeNamed of a Party member who does not, input.service, input.contactEveryDays or input.telephone; CONFLICT on
 * input.household that has left, input.pairingKind that is not in use then, or input.person who is no officer then or is paired alike.
 */
export async function beginPairing(desk: Desk, actor: Actor, input: BeginPairingInput): Promise<string> {
  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'pairing:manage', input.household);
  const today = dayOf(desk.now);
  const from = dayOfDeed(input.from, today, 'input.from');
  requireLiving(household, from, 'input.from');
  requireLiving(household, today, 'input.from');
  const kind = await getPairingKind(desk, input.pairingKind, 'input.pairingKind');
  requireInUse(kind, from, 'input.pairingKind');
  const [person = ''] = await requirePeople(desk, [input.person], () => 'input.person');
  const agreesToBeNamed = input.agreesToBeNamed ?? false;
  if (input.capacity === 'PARTY_MEMBER' && !agreesToBeNamed) {
    throw badInput('input.agreesToBeNamed', 'pairingNotAgreed');
  }
  if (input.capacity === 'OFFICER') await requireActing(desk, person, from);
  const agreed = readAgreement(input);
  await holdHouseholds(desk, [household.uuid]);
  await refuseAlike(desk, { household: household.uuid, kind: kind.uuid, person }, from);
  const id = newId();
  await desk.db
    .insertInto('pairing')
    .values({
      ...{ town_id: desk.town, id, household_id: household.uuid, person_id: person, kind_id: kind.uuid },
      ...{ capacity: input.capacity, agrees_to_be_named: agreesToBeNamed, begun_on: from, ended_on: null },
      ...{ end_reason: null, end_note: null, ended_at: null, ended_by: null },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId, version: 1 },
    })
    .execute();
  await writeAgreement(desk, actor, id, agreed, from);
  return id;
}

/** Refuses as an officer who holds no post and is in no team on a day, or has left by then. Errors: CONFLICT on input.person. */
async function requireActing(desk: Desk, person: string, day: string): Promise<void> {
  const holds = sql`town_id = ${desk.town} and person_id = ${person} and valid_from <= ${day}
    and (valid_to is null or valid_to > ${day})`;
  const { rows } = await sql`select from post where ${holds} union all select from team_member where ${holds}`.execute(
    desk.db,
  );
  if (rows.length === 0) throw conflict('pairingNoOfficer', 'input.person', { date: day });
}

/** Errors: CONFLICT on input.person who is paired with the household under the kind on the day or later. */
async function refuseAlike(
  desk: Desk,
  { household, kind, person }: { household: string; kind: string; person: string },
  from: string,
): Promise<void> {
  const alike = await desk.db
    .selectFrom('pairing')
    .select('begun_on')
    .where('town_id', '=', desk.town)
    .where('household_id', '=', household)
    .where('kind_id', '=', kind)
    .where('person_id', '=', person)
    .where((or) => or.or([or('ended_on', 'is', null), or('ended_on', '>', from)]))
    .whereRef('ended_on', 'is distinct from', 'begun_on')
    .executeTakeFirst();
  if (alike) throw conflict('pairedAlready', 'input.person', { date: alike.begun_on });
}
