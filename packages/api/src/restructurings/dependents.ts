import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { holdsIn } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { type Difference, unitsOfDifference } from '../enactments/difference.ts';
import { inWords, toldTo } from '../indicators/told-to.ts';
import { isBlock } from '../units/timeline.ts';
import { type TreeFault, treeFaults } from '../units/tree-rules.ts';
import { lostIn, type RestoredTown, type UnitPeriods } from './restored-town.ts';
import { type StoredRestructuring, selectRestructurings, storedOf } from './stored-restructuring.ts';

/** What a restructuring cannot be undone before: later restructurings, and things that hang on what it made. */
export const dependentKinds = [
  'RESTRUCTURING',
  'TEAM',
  'BOARD',
  'HOUSEHOLD',
  'POST',
  'ACCOUNT',
  'VISIT',
  'REQUEST',
  'PETITION',
  'MEDIATION',
  'PROJECT',
  'RELIEF',
  'PAIRING',
  'PROGRAMME',
  'VOLUNTEER',
  'HOTLINE',
  'CALL',
  'PATROL',
  'INSPECTION',
  'DELIBERATION',
  'ORGANIZATION',
  'PARTY_ORGANIZATION',
  'WORK_ASSIGNMENT',
  'TREE_RULE',
] as const;

export interface Dependent {
  kind: (typeof dependentKinds)[number];
  /** The later restructuring, for RESTRUCTURING. */
  restructuring: string | null;
  /** The rule of the tree that would not hold, for TREE_RULE. */
  fault: TreeFault | null;
  count: number;
}

/** The permissions that count things of these kinds. What they do not name is of the tree, or of accounts, and goes with restructuring it. */
const countedBy: Partial<Record<Dependent['kind'], Permission>> = {
  TEAM: 'unit:count',
  HOUSEHOLD: 'household:count',
  VISIT: 'household:count',
  REQUEST: 'request:count',
  PETITION: 'petition:read',
  MEDIATION: 'mediation:read',
  PROJECT: 'project:count',
  RELIEF: 'relief:count',
  PAIRING: 'pairing:count',
  PROGRAMME: 'programme:read',
  VOLUNTEER: 'volunteer:read',
  HOTLINE: 'hotline:read',
  CALL: 'call:count',
  PATROL: 'patrol:count',
  INSPECTION: 'inspection:count',
  DELIBERATION: 'deliberation:count',
  ORGANIZATION: 'coverage:count',
  PARTY_ORGANIZATION: 'party:read',
  WORK_ASSIGNMENT: 'coverage:count',
};

/** How many of a kind depend on something, as whoever asks is told; null where they may not count it, or it is suppressed. */
export function toldCount(actor: Actor, townId: number, { kind, count }: Dependent): number | null {
  const permission = countedBy[kind];
  return permission ? toldTo(actor, permission, townId)(count) : count;
}

/** The same within a text. */
export function countInWords(actor: Actor, townId: number, dependent: Dependent): number | string {
  const permission = countedBy[dependent.kind];
  if (permission && !holdsIn(actor, permission, townId)) return '…';
  return inWords(toldCount(actor, townId, dependent));
}

/** What later depends on an applied restructuring of the desk's town; nothing where it can be undone. */
export async function dependentsOf(
  desk: Desk,
  undone: StoredRestructuring,
  restored: RestoredTown,
): Promise<Dependent[]> {
  const later = await laterRestructurings(desk, undone, new Set(restored.opened));
  if (later.length > 0) {
    return later.map((restructuring) => ({ kind: 'RESTRUCTURING', restructuring, fault: null, count: 1 }));
  }
  const changed = new Set(restored.revisions.map((revision) => revision.uuid));
  const faults = treeFaults(restored.timeline, undone.effectiveOn, changed, restored);
  return [
    ...(await hangingOn(desk, undone, restored)),
    ...faults.map((fault): Dependent => ({ kind: 'TREE_RULE', restructuring: null, fault, count: 1 })),
  ];
}

/** Restructurings in force that were made later, whatever their day, and concern the same units or stand on them. */
async function laterRestructurings(
  desk: Desk,
  { treeVersion, difference }: StoredRestructuring,
  opened: ReadonlySet<string>,
): Promise<string[]> {
  const concerned = difference ? unitsOfDifference(difference) : new Set<string>();
  const rows = await selectRestructurings(desk)
    .where('town_id', '=', desk.town)
    .where('status', '=', 'APPLIED')
    .where('voids_id', 'is', null)
    .where('tree_version', '>', treeVersion)
    .orderBy('tree_version')
    .execute();
  return rows
    .map(storedOf)
    .filter(
      (later) =>
        later.difference &&
        ([...unitsOfDifference(later.difference)].some((unit) => concerned.has(unit)) ||
          parentsIn(later.difference).some((unit) => opened.has(unit))),
    )
    .map((later) => later.uuid);
}

/** What the units of a difference come to stand under. */
function parentsIn({ units }: Difference): string[] {
  return units.flatMap(({ after }) => after?.parent_id ?? []);
}

/** What is on units when they would not be there, or be no block, and what was changed by itself since it followed. */
async function hangingOn(desk: Desk, { uuid, effectiveOn }: StoredRestructuring, restored: RestoredTown) {
  const town = desk.town;
  const blocks = periodsOf(lostIn(restored, effectiveOn, isBlock));
  const units = periodsOf(lostIn(restored, effectiveOn, () => true));
  const counts = await sql<Record<Exclude<Dependent['kind'], 'RESTRUCTURING' | 'TREE_RULE'>, number>>`
    select
      ${placedSince(town, uuid, blocks, 'team_version', 'team_id')} as "TEAM",
      ${shownIn(town, blocks, units)} as "BOARD",
      ${placedSince(town, uuid, blocks, 'household_block', 'household_id')} as "HOUSEHOLD",
      ${heldSince(town, uuid, units, 'post')} as "POST",
      ${heldSince(town, uuid, units, 'assignment')} as "ACCOUNT",
      (select count(*) from visit join ${blocks} on lost.unit = visit.block_id
        and daterange(lost."from", lost."to") @> visited_on where town_id = ${town}) as "VISIT",
      ${raisedUnder(town, blocks, units)} as "REQUEST",
      (select count(distinct petition_id) from petition_event join ${units} on lost.unit = petition_event.accused_id
        or (lost.unit = petition_event.unit_id and daterange(lost."from", lost."to") @> happened_on)
        where town_id = ${town}) as "PETITION",
      (select count(*) from mediation join ${units} on lost.unit = mediation.unit_id
        and daterange(lost."from", lost."to") @> begun_on where town_id = ${town}) as "MEDIATION",
      (select count(*) from relief_grant join ${blocks} on lost.unit = relief_grant.block_id
        and daterange(lost."from", lost."to") @> granted_on where town_id = ${town})
        + (select count(*) from job_placement join ${blocks} on lost.unit = job_placement.block_id
          and daterange(lost."from", lost."to") @> found_on where town_id = ${town}) as "RELIEF",
      (select count(*) from pairing_contact join ${blocks} on lost.unit = pairing_contact.block_id
        and daterange(lost."from", lost."to") @> contacted_on where town_id = ${town}) as "PAIRING",
      (select count(*) from programme_enrolment join ${blocks} on lost.unit = programme_enrolment.block_id
        and daterange(lost."from", lost."to") @> enrolled_on where town_id = ${town})
        + (select count(*) from contest_team join ${units} on lost.unit = contest_team.unit_id
          and daterange(lost."from", lost."to") @> entered_on where town_id = ${town}) as "PROGRAMME",
      (select count(*) from volunteer where town_id = ${town} and exists (
        select from ${units} where lost.unit = volunteer.unit_id and lost."to" is null))
        + (select count(*) from volunteer_activity join ${units} on lost.unit = volunteer_activity.unit_id
          and daterange(lost."from", lost."to") @> held_on where town_id = ${town}) as "VOLUNTEER",
      (select count(*) from hotline held where town_id = ${town} and ${within(units, sql`held.unit_id`)}) as "HOTLINE",
      (select count(*) from call where town_id = ${town} and exists (
        select from ${units} where lost.unit = call.unit_id and daterange(lost."from", lost."to") @> call.called_on)) as "CALL",
      ${patrolledIn(town, units)} as "PATROL",
      ${inspectedIn(town, units)} as "INSPECTION",
      (select count(*) from deliberation d where town_id = ${town} and exists (
        select from ${units} where lost.unit = d.block_id and daterange(lost."from", lost."to") @> d.proposed_on)) as "DELIBERATION",
      (select count(distinct organization_id) from organization_version held
        where town_id = ${town} and ${within(units, sql`held.unit_id`)}) as "ORGANIZATION",
      ${seatedIn(town, units)} as "PARTY_ORGANIZATION",
      (select count(*) from work_assignment held where town_id = ${town} and ${within(units, sql`held.unit_id`)}) as "WORK_ASSIGNMENT",
      (select count(distinct project_id) from project_unit join project_event using (town_id, project_id, seq)
        join ${units} on lost.unit = unit_id
        and daterange(lost."from", lost."to") @> happened_on where town_id = ${town}) as "PROJECT"
  `.execute(desk.db);
  return Object.entries(counts.rows[0] ?? {})
    .filter(([, count]) => count > 0)
    .flatMap(([name, count]): Dependent[] => {
      const kind = dependentKinds.find((each) => each === name);
      return kind ? [{ kind, restructuring: null, fault: null, count }] : [];
    });
}

function periodsOf(lost: UnitPeriods) {
  return sql`json_to_recordset(${JSON.stringify(lost)}::json) as lost(unit uuid, "from" date, "to" date)`;
}

/** Whether a row `held` with dates is in a unit on a day of periods of that unit. */
function within(periods: RawBuilder<unknown>, unit: RawBuilder<unknown>) {
  return sql`exists (select from ${periods} where lost.unit = ${unit}
    and daterange(lost."from", lost."to") && daterange(held.valid_from, held.valid_to))`;
}

/** Teams or households in blocks when they would be none that it did not bring there itself, or that were changed since. */
function placedSince(
  town: number,
  uuid: string,
  lost: RawBuilder<unknown>,
  table: 'team_version' | 'household_block',
  thing: 'team_id' | 'household_id',
) {
  return sql`(
    select count(distinct ${sql.ref(thing)}) from ${sql.table(table)} held where town_id = ${town}
      and ((superseded_at is null and restructuring_id is distinct from ${uuid} and ${within(lost, sql`held.block_id`)})
        or (restructuring_id = ${uuid} and superseded_at is not null and superseded_by_id is null)))`;
}

/** Requests of households in blocks when they would be none, and about places in units when they would not be there. */
function raisedUnder(town: number, blocks: RawBuilder<unknown>, units: RawBuilder<unknown>) {
  const raised = (periods: RawBuilder<unknown>, unit: RawBuilder<unknown>) =>
    sql`exists (select from ${periods} where lost.unit = ${unit}
      and daterange(lost."from", lost."to") @> request.raised_on)`;
  return sql`(
    select count(*) from request where town_id = ${town}
      and ((household_id is not null and ${raised(blocks, sql`request.block_id`)})
        or ${raised(units, sql`request.block_id`)} or ${raised(units, sql`request.unit_id`)}))`;
}

/** Boards of blocks when they would be none, and numbers for units when they would not be there. */
function shownIn(town: number, blocks: RawBuilder<unknown>, units: RawBuilder<unknown>) {
  return sql`(
    (select count(*) from board where town_id = ${town} and withdrawn_at is null and exists (
      select from ${blocks} where lost.unit = board.unit_id and lost."to" is null))
    + (select count(*) from service_number n where town_id = ${town} and ended_at is null and exists (
      select from ${units} where lost.unit = n.unit_id and lost."to" is null)))`;
}

/** Patrols made in units when they would not be there, and routes that lead in them then. */
function patrolledIn(town: number, units: RawBuilder<unknown>) {
  return sql`(
    (select count(*) from patrol where town_id = ${town} and exists (select from ${units}
      where lost.unit in (patrol.unit_id, patrol.block_id) and daterange(lost."from", lost."to") @> patrolled_on))
    + (select count(distinct route_id) from patrol_route_version held join patrol_route r on r.town_id = held.town_id
      and r.id = held.route_id where held.town_id = ${town} and ${within(units, sql`r.unit_id`)}))`;
}

/** Checks that count for units when they would not be there, and places that lie in them then. */
function inspectedIn(town: number, units: RawBuilder<unknown>) {
  return sql`(
    (select count(*) from inspection_check c where town_id = ${town} and exists (select from ${units}
      where lost.unit = c.block_id and daterange(lost."from", lost."to") @> c.inspected_on))
    + (select count(distinct place_id) from inspection_place_version held join inspection_place p on p.town_id = held.town_id
      and p.id = held.place_id where held.town_id = ${town} and ${within(units, sql`p.unit_id`)}))`;
}

/** Party organisations that sit in units when they would not be there, or have posts that are held by the Party secretary of one. */
function seatedIn(town: number, units: RawBuilder<unknown>) {
  return sql`(
    select count(distinct party) from (
      select party_organization_id as party, unit_id, valid_from, valid_to from party_organization_version where town_id = ${town}
      union all
      select party_organization_id, secretary_at_id, valid_from, valid_to from party_post where town_id = ${town}
    ) held where ${within(units, sql`held.unit_id`)})`;
}

/** Posts or roles on units when they would not be there which it did not begin itself, or that were ended since it did. */
function heldSince(town: number, uuid: string, lost: RawBuilder<unknown>, table: 'post' | 'assignment') {
  return sql`(
    select count(*) from ${sql.table(table)} held
    left join restructuring_effect effect
      on effect.town_id = held.town_id and effect.began = held.id and effect.restructuring_id = ${uuid}
    where held.town_id = ${town} and held.valid_from is distinct from held.valid_to
      and ((effect.id is null and ${within(lost, sql`held.unit_id`)})
        or (effect.id is not null and held.valid_to is distinct from effect.began_until)))`;
}
