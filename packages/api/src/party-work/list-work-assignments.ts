import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { peopleById } from '../people/person-rows.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { timelineOf } from '../units/timeline.ts';
import type { WorkAssignmentType } from './party-work.type.ts';
import { type AssignmentsOnDay, assignmentsOn, type PlacedAssignment, seesWho } from './placed-assignments.ts';
import { workRoles } from './work-assignment.entity.ts';
import type { WorkAssignmentFilter, WorkAssignmentsArgs } from './work-assignment-list.type.ts';

/**
 * A page of who is assigned in a town on a day, to all organisations of a unit or to one that the viewer may see, by the name of
 * what it is to. A town has some hundreds, so that a page is cut from all of them. As many statements as `assignmentsOn` takes, and
 * one for a person that a filter names.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on first, last, after or before.
 */
export async function listWorkAssignments(
  desk: Desk,
  actor: Actor,
  townId: number,
  day: string,
  { filter, asOf: _, ...page }: WorkAssignmentsArgs,
): Promise<Connection<WorkAssignmentType>> {
  const all = await assignmentsOn(desk, actor, townId, day);
  const suits = await testOf(desk, townId, filter ?? {}, all);
  const person = filter?.person == null ? null : await personNamed(desk, townId, filter.person);
  const suiting = all.placed.filter(suits).sort(inOrder);
  const assignments = suiting.map(({ assignment }) => assignment);
  const listed = person === null ? assignments : await ofPerson(desk, actor, assignments, person);
  return pageOf(listed, page, ({ uuid }) => uuid);
}

/** Whether an assignment is one that a filter asks for, whoever it is of. Errors: NOT_FOUND on the member of `filter` at fault. */
async function testOf(
  desk: Desk,
  townId: number,
  filter: WorkAssignmentFilter,
  { organizations }: AssignmentsOnDay,
): Promise<(placed: PlacedAssignment) => boolean> {
  const { role, toUnit } = filter;
  const unit = filter.unit == null ? null : requireIdIn(townId, filter.unit, 'Unit', 'filter.unit');
  if (unit !== null && !(await desk.load(timelineOf, townId)).find(unit)) throw notFound('filter.unit');
  const organization =
    filter.organization == null
      ? null
      : requireIdIn(townId, filter.organization, 'Organization', 'filter.organization');
  const within = organization === null ? undefined : organizations.get(organization);
  if (organization !== null && !within) throw notFound('filter.organization');
  return ({ assignment: { role: as, unitUuid, organizationUuid }, path }) =>
    (role == null || role.includes(as)) &&
    (toUnit == null || toUnit === (unitUuid !== null)) &&
    (unit === null || path.includes(unit)) &&
    (!within || organizationUuid === organization || (unitUuid !== null && within.includes(unitUuid)));
}

/** The key of a person of the town; a district sees none. Errors: NOT_FOUND on filter.person. */
async function personNamed(desk: Desk, townId: number, id: string): Promise<string> {
  const uuid = requireIdIn(townId, id, 'Person', 'filter.person');
  const person = desk.seat.role === 'app_town' ? await desk.load(peopleById, { townId, uuid }) : undefined;
  if (!person) throw notFound('filter.person');
  return uuid;
}

/** The assignments of a person, where the viewer may see that. */
async function ofPerson(
  desk: Desk,
  actor: Actor,
  assignments: readonly WorkAssignmentType[],
  person: string,
): Promise<WorkAssignmentType[]> {
  const own = assignments.filter(({ personUuid }) => personUuid === person);
  const seen = await Promise.all(own.map((each) => seesWho(desk, actor, each)));
  return own.filter((_, index) => seen[index]);
}

function inOrder(a: PlacedAssignment, b: PlacedAssignment): number {
  const role = ({ assignment }: PlacedAssignment) => workRoles.indexOf(assignment.role);
  return byPinyin(a.name, b.name) || role(a) - role(b) || (a.assignment.uuid < b.assignment.uuid ? -1 : 1);
}
