import { type Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { getLife, requireLiving } from './lives.ts';
import type { AssignWorkerInput, EndWorkAssignmentInput } from './party-work.input.ts';

/**
 * Assigns somebody to an organisation, or to all of a unit, from a day on; no longer than the organisation lasts. Returns its id
 * in the town.
 * Errors: NOT_FOUND on what the actor does not reach; BAD_INPUT on input.organization unless one of both is named; CONFLICT on
 * input.person where they are assigned there as that already.
 */
export async function assignWorker(desk: Desk, actor: Actor, input: AssignWorkerInput, from: string): Promise<string> {
  await lockSettings(desk);
  if ((input.organization == null) === (input.unit == null)) throw badInput('input.organization', 'organizationOrUnit');
  const field = input.organization == null ? 'input.unit' : 'input.organization';
  if (!reachesTown(actor, 'coverage:keep', desk.town)) throw notFound(field);
  const unit_id = input.unit == null ? null : await unitToDeal(desk, input.unit, from, field, undefined, 'input.from');
  const life = input.organization == null ? null : await getLife(desk, 'Organization', input.organization, field);
  if (life) requireLiving(life, from, field);
  const [person_id = ''] = await requirePeople(desk, [input.person], () => 'input.person');
  const row = { unit_id, organization_id: life?.uuid ?? null, person_id, role: input.role };
  await refuseTwice(desk, row, from);
  const id = newId();
  await desk.db
    .insertInto('work_assignment')
    .values({ town_id: desk.town, id, ...row, valid_from: from, valid_to: life?.validTo ?? null })
    .execute();
  await restate(desk, life ? [life.uuid] : 'all');
  return id;
}

/** Refuses to assign somebody where they are that already, on the day or later. Errors: CONFLICT on input.person. */
async function refuseTwice(
  desk: Desk,
  {
    unit_id,
    organization_id,
    person_id,
    role,
  }: { unit_id: string | null; organization_id: string | null; person_id: string; role: AssignWorkerInput['role'] },
  from: string,
): Promise<void> {
  const held = await desk.db
    .selectFrom('work_assignment')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('person_id', '=', person_id)
    .where('role', '=', role)
    .where(unit_id === null ? 'organization_id' : 'unit_id', '=', unit_id ?? organization_id)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (held) throw conflict('assignedToIt', 'input.person');
}

/**
 * Ends an assignment; `on` is the first day without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.assignment; BAD_INPUT on input.on before it began; CONFLICT where it has ended by then.
 */
export async function endWorkAssignment(
  desk: Desk,
  actor: Actor,
  input: EndWorkAssignmentInput,
  on: string,
): Promise<string> {
  await lockSettings(desk);
  const field = 'input.assignment';
  const id = requireIdIn(desk.town, input.assignment, 'WorkAssignment', field);
  const row = await desk.db
    .selectFrom('work_assignment')
    .select(['organization_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !reachesTown(actor, 'coverage:keep', desk.town)) throw notFound(field);
  requireLiving({ uuid: id, validFrom: row.valid_from, validTo: row.valid_to }, on, field, 'input.on');
  await desk.db
    .updateTable('work_assignment')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  await restate(desk, row.organization_id === null ? 'all' : [row.organization_id]);
  return id;
}
