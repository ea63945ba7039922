import { createHash } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import type { DuplicateHandling } from '../imports/duplicates.ts';
import { type Handlings, handlingOf } from '../imports/handlings.ts';
import { TownIndex } from '../imports/town-index.ts';
import { inTurns } from '../in-turns.ts';
import { industriesOf, organizationKindsOf } from '../organizations/organization-lists.ts';
import { organizationsOfTowns } from '../organizations/organization-rows.ts';
import type { NewOrganization } from '../organizations/register-organization.ts';
import type { RevisedOrganization } from '../organizations/revised-organization.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { Difference, DifferenceHandling } from './differences.ts';
import { KnownOrganizations } from './known-organizations.ts';
import type { ReadOrganizations, RowError } from './read-organizations.ts';
import { type Duplicate, TownPlan } from './town-plan.ts';

/** What importing a file of organisations does to a town. */
export interface OrganizationPlan {
  organizations: NewOrganization[];
  rows: number;
  /** What the organisations that are there and are to be revised become. */
  revised: RevisedOrganization[];
  /** How many rows describe what is there already. */
  unchanged: number;
  duplicates: Duplicate[];
  differences: Difference[];
  errors: RowError[];
  /** The same for the same file in the same town, whatever is to become of duplicates and differences. */
  digest: string;
}

/** What is to become of rows about which an import asks. */
export interface Decisions {
  duplicates: Handlings<DuplicateHandling>;
  differences: Handlings<DifferenceHandling>;
}

/**
 * Works out what a file of organisations makes of the desk's town; `day` is that of rows without one, and on which units are
 * looked up. It adds what is not there, and changes of what is there what it is told to. Writes nothing; three statements, and
 * those of the tree.
 */
export async function planOrganizations(
  desk: Desk,
  townName: string,
  { organizations, errors, rows }: ReadOrganizations,
  day: string,
  { duplicates: handlings, differences: revising }: Decisions,
): Promise<OrganizationPlan> {
  const [timeline, lineage, kinds, industries, lines] = await Promise.all([
    desk.load(timelineOf, desk.town),
    desk.load(lineageOfTowns, desk.town),
    desk.load(organizationKindsOf, desk.town),
    desk.load(industriesOf, desk.town),
    desk.load(organizationsOfTowns, desk.town),
  ]);
  const known = new KnownOrganizations(lines, (unit, on) => standsIn(timeline, lineage, unit, on));
  const town = new TownPlan(
    timeline,
    new TownIndex(townName, timeline, day),
    { kinds, industries },
    known,
    day,
    errors,
  );
  for await (const row of inTurns(organizations)) town.plan(row);
  const { planned, duplicates, differences, unchanged } = town;
  const digest = digestOf([
    planned,
    duplicates,
    town.errors,
    differences.map(({ line, ...rest }) => [line.uuid, rest]),
  ]);
  const left = new Set(duplicates.filter(({ row }) => handlingOf(handlings, row) === 'SKIP').map(({ row }) => row));
  const revised: RevisedOrganization[] = [];
  for await (const difference of inTurns(differences)) {
    if (handlingOf(revising, difference.row) !== 'REVISE') continue;
    const revision = await town.revise(desk, difference);
    if (revision) revised.push(revision);
  }
  return {
    ...{ rows, unchanged, duplicates, differences, digest, revised },
    organizations: planned.filter(({ row }) => !left.has(row)).map(({ organization }) => organization),
    errors: town.errors.toSorted((a, b) => a.row - b.row),
  };
}

function digestOf(doing: unknown): string {
  return createHash('sha256').update(JSON.stringify(doing)).digest('hex');
}
