import type { Actor } from '../access/actor.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, stateOn } from '../db/versions.ts';
import { visibleOrganizations } from '../organizations/list-organizations.ts';
import { organizationLines, placeOfOrganization } from '../organizations/organization-rows.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { pathOf } from '../units/path-of.ts';
import { placeWith } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import type { WorkAssignmentType } from './party-work.type.ts';
import { workAssignmentsOf } from './work-assignments.ts';

/** An assignment on a day: what it is to, and the units in which that is, the nearest first. */
export interface PlacedAssignment {
  assignment: WorkAssignmentType;
  name: string;
  path: readonly string[];
}

/** The assignments of a town that hold on a day, and the units of the organisations there that the viewer may see. */
export interface AssignmentsOnDay {
  placed: PlacedAssignment[];
  /** The units in which each organisation is, the nearest first, by its key. */
  organizations: ReadonlyMap<string, readonly string[]>;
}

/**
 * All assignments of a day to units, those that are gone with what they have gone into, and to organisations that the viewer may
 * see. One statement, and those of the tree and of the town's organisations.
 */
export async function assignmentsOn(desk: Desk, actor: Actor, townId: number, day: string): Promise<AssignmentsOnDay> {
  const [assignments, timeline, lineage, lines] = await Promise.all([
    desk.load(workAssignmentsOf, townId),
    desk.load(timelineOf, townId),
    desk.load(lineageOfTowns, townId),
    visibleOrganizations(desk, actor, townId),
  ]);
  const standing = (unit: string) => standsIn(timeline, lineage, unit, day);
  const there = new Map(
    lines.flatMap(({ uuid, versions }) => {
      const state = stateOn(versions, day);
      return state ? [[uuid, { name: state.name, path: pathOf(timeline, standing(state.unit_id), day) }] as const] : [];
    }),
  );
  const placed = assignments.flatMap((assignment): PlacedAssignment[] => {
    const { validFrom: from, validTo: to, unitUuid, organizationUuid } = assignment;
    if (!holdsOn({ from, to }, day)) return [];
    if (unitUuid === null) {
      const organization = there.get(organizationUuid ?? '');
      return organization ? [{ assignment, ...organization }] : [];
    }
    const unit = standing(unitUuid) ?? unitUuid;
    const [name, path] = [timeline.nameOn(unit, day), pathOf(timeline, unit, day)];
    return [{ assignment: { ...assignment, unitUuid: unit }, name, path }];
  });
  return { placed, organizations: new Map([...there].map(([uuid, { path }]) => [uuid, path])) };
}

/** Whether somebody of the town may see who is assigned. */
export async function seesWho(desk: Desk, actor: Actor, assignment: WorkAssignmentType): Promise<boolean> {
  const { townId, organizationUuid: uuid, unitUuid } = assignment;
  if (reachesTown(actor, 'person:read', townId)) return true;
  const line = uuid === null ? undefined : await desk.load(organizationLines, { townId, uuid });
  return reaches(
    actor,
    'person:read',
    await (line ? placeOfOrganization(desk, line) : placeWith(desk, townId, unitUuid)),
  );
}
