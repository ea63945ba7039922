import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOrganization } from '../party-organizations/require-organizations.ts';
import { requirePeople } from '../people/require-people.ts';
import { requireThere } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import type { AssignWorkerInput, EndWorkAssignmentInput } from './party-work.input.ts';
import { workAssignmentsOf } from './work-assignments.ts';

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
  const organization = input.organization == null ? null : await requireOrganization(desk, input.organization, field);
  if (organization) requireThere(organization, from, field);
  const [person_id = ''] = await requirePeople(desk, [input.person], () => 'input.person');
  const row = { unit_id, organization_id: organization?.uuid ?? null, person_id, role: input.role };
  await refuseTwice(desk, row, from);
  const id = newId();
  await desk.db
    .insertInto('work_assignment')
    .values({ town_id: desk.town, id, ...row, valid_from: from, valid_to: organization?.validTo ?? null })
    .execute();
  await restate(desk, organization ? [organization.uuid] : 'all');
  return id;
}

/** Refuses to assign somebody where they are that already, on the day or later. Errors: CONFLICT on input.person. */
async function refuseTwice(
  desk: Desk,
  row: { unit_id: string | null; organization_id: string | null; person_id: string; role: AssignWorkerInput['role'] },
  from: string,
): Promise<void> {
  const held = (await desk.load(workAssignmentsOf, desk.town)).some(
    ({ personUuid, role, unitUuid, organizationUuid, validFrom, validTo }) =>
      personUuid === row.person_id &&
      role === row.role &&
      unitUuid === row.unit_id &&
      organizationUuid === row.organization_id &&
      validFrom !== validTo &&
      (validTo === null || validTo > from),
  );
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
  const assignment = (await desk.load(workAssignmentsOf, desk.town)).find(({ uuid }) => uuid === id);
  if (!assignment || !reachesTown(actor, 'coverage:keep', desk.town)) throw notFound(field);
  requireThere(assignment, on, field, 'input.on');
  await desk.db
    .updateTable('work_assignment')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  await restate(desk, assignment.organizationUuid === null ? 'all' : [assignment.organizationUuid]);
  return id;
}
