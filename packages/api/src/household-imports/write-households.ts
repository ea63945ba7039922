import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { columnsOf } from '../categories/sealed-content.ts';
import type { Desk } from '../db/door.ts';
import { inBatches } from '../db/in-batches.ts';
import { insertion, type Row, withParts } from '../db/insertion.ts';
import { newId } from '../db/new-id.ts';
import { versionRow } from '../db/revise.ts';
import { type NewEvent, recordEvents } from '../households/household-events.ts';
import { firstValues } from '../households/recorded-fields.ts';
import type { HouseholdPlan, PlannedHousehold } from './plan-households.ts';

/** Households of one statement: so few that neither side is long at it at once. */
const atOnce = 250;

/** Does what a plan without faults says. A number of statements that grows with each 250 households only. */
export async function writeHouseholds(
  desk: Desk,
  actor: Actor,
  { households }: Pick<HouseholdPlan, 'households'>,
): Promise<void> {
  for await (const some of inBatches(desk, households, atOnce, ['household', 'resident', 'household_category'])) {
    const members = some.flatMap(membersOf);
    const held = some.flatMap((household) => rowsOfCategories(desk, actor, household));
    await sql`${withParts(partsOf(desk, some, members))} select`.execute(desk.db);
    if (held.length > 0) await desk.db.insertInto('household_category').values(held).execute();
    await recordEvents(desk, actor, eventsOf(some, members, held));
  }
}

type NewMember = ReturnType<typeof membersOf>[number];

function membersOf({ uuid: household, from, members }: PlannedHousehold) {
  return members.map((member) => ({ ...member, household, from, id: newId() }));
}

function partsOf(desk: Desk, households: readonly PlannedHousehold[], members: readonly NewMember[]) {
  const { town: town_id } = desk;
  const dated = (from: string) => ({ town_id, id: newId(), valid_from: from, valid_to: null });
  const opened = households.flatMap(({ block, ...household }) => (block === null ? [] : [{ ...household, block }]));
  const living = households.flatMap(({ address, ...rest }) => (address === null ? [] : [{ ...rest, address }]));
  return {
    households: insertion(
      'household',
      opened.map(({ uuid: id, code, from }) => ({ ...dated(from), id, code, audit_key: randomUUID(), version: 1 })),
    ),
    places: insertion(
      'household_block',
      opened.map(({ uuid: household_id, block: block_id, from }) => ({
        ...versionRow(desk, from, null, null),
        ...{ household_id, block_id, overlay_id: null, head_id: null },
      })),
    ),
    addresses: insertion(
      'household_address',
      living.map(({ uuid: household_id, address, from }) => ({ ...dated(from), household_id, address })),
    ),
    residents: insertion(
      'resident',
      members.map(({ id, name, birthYear, telephone }) => ({
        ...{ town_id, id, name, birth_year: birthYear, telephone, audit_key: randomUUID(), version: 1 },
      })),
    ),
    stays: insertion(
      'resident_stay',
      members.map(({ id, household, head, from }) => ({
        ...dated(from),
        ...{ resident_id: id, household_id: household, head },
      })),
    ),
  };
}

/** What a household is in is sealed row by row where its category is sensitive, which JSON cannot carry. */
function rowsOfCategories(
  desk: Desk,
  actor: Actor,
  { uuid: household_id, from, categories }: PlannedHousehold,
): Row<'household_category'>[] {
  return categories.map(({ category, reason }) => {
    const row = { town_id: desk.town, id: newId(), household_id };
    const { uuid: categoryUuid, sensitive } = category;
    return {
      ...row,
      resident_id: null,
      ...columnsOf(desk, { categoryUuid, why: reason }, row, sensitive),
      ...{ valid_from: from, valid_to: null, recorded_at: desk.now, recorded_by: actor.accountId },
      ...{ ended_at: null, ended_by: null, begun_visit_id: null, ended_visit_id: null },
    };
  });
}

function eventsOf(
  households: readonly PlannedHousehold[],
  members: readonly NewMember[],
  held: readonly Row<'household_category'>[],
): NewEvent[] {
  return [
    ...households.flatMap(({ uuid, block, from }): NewEvent[] =>
      block === null ? [] : [{ household: uuid, kind: 'REGISTERED', day: from }],
    ),
    ...households.flatMap(({ uuid, address, from }): NewEvent[] =>
      address === null
        ? []
        : [
            {
              ...{ household: uuid, kind: 'ADDRESS_SET', day: from },
              changes: [{ field: 'ADDRESS', before: null, after: address }],
            },
          ],
    ),
    ...members.map(
      ({ id, household, from, name, birthYear, telephone }): NewEvent => ({
        ...{ household, kind: 'RESIDENT_ADDED', day: from, resident: id, version: 1 },
        changes: firstValues({ NAME: name, BIRTH_YEAR: birthYear, TELEPHONE: telephone }),
      }),
    ),
    ...held.map(
      ({ id, household_id: household, valid_from: day }): NewEvent => ({
        ...{ household, kind: 'CATEGORIZED', day, householdCategory: id },
      }),
    ),
  ];
}
