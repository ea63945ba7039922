import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { columnsOf } from '../categories/sealed-content.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { versionRow } from '../db/revise.ts';
import { type NewEvent, recordEvents } from '../households/household-events.ts';
import { firstValues } from '../households/recorded-fields.ts';
import type { HouseholdPlan } from './plan-households.ts';

/** Rows of one statement: a batch of JSON that neither side has to hold much of at once. */
const rowsAtOnce = 2000;

/** Does what a plan without faults says. A number of statements that grows with each 2,000 rows only. */
export async function writeHouseholds(
  desk: Desk,
  actor: Actor,
  { households }: Pick<HouseholdPlan, 'households'>,
): Promise<void> {
  const { town: town_id } = desk;
  const dated = (from: string) => ({ town_id, id: newId(), valid_from: from, valid_to: null });
  const opened = households.filter(({ block }) => block !== null);
  await insert(
    desk,
    'household',
    opened.map(({ uuid: id, code, from }) => ({ ...dated(from), id, code, audit_key: randomUUID(), version: 1 })),
  );
  await insert(
    desk,
    'household_block',
    opened.map(({ uuid: household_id, block: block_id, from }) => ({
      ...versionRow(desk, from, null, null),
      ...{ household_id, block_id, overlay_id: null, head_id: null },
    })),
  );
  const living = households.filter(({ address }) => address !== null);
  await insert(
    desk,
    'household_address',
    living.map(({ uuid: household_id, address, from }) => ({ ...dated(from), household_id, address })),
  );
  const members = households.flatMap(({ uuid: household, from, members }) =>
    members.map((member) => ({ ...member, household, from, id: newId() })),
  );
  await insert(
    desk,
    'resident',
    members.map(({ id, name, birthYear, telephone }) => ({
      ...{ town_id, id, name, birth_year: birthYear, telephone, audit_key: randomUUID(), version: 1 },
    })),
  );
  await insert(
    desk,
    'resident_stay',
    members.map(({ id, household, head, from }) => ({
      ...dated(from),
      ...{ resident_id: id, household_id: household, head },
    })),
  );
  const held = await categorize(desk, actor, households);
  const events = [
    ...opened.map(({ uuid, from }): NewEvent => ({ household: uuid, kind: 'REGISTERED', day: from })),
    ...living.map(
      ({ uuid, from, address }): NewEvent => ({
        ...{ household: uuid, kind: 'ADDRESS_SET', day: from },
        changes: [{ field: 'ADDRESS', before: null, after: address }],
      }),
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
  for (let start = 0; start < events.length; start += rowsAtOnce) {
    await recordEvents(desk, actor, events.slice(start, start + rowsAtOnce));
  }
}

/** What a household is in is sealed row by row where its category is sensitive, which JSON cannot carry. Returns the rows. */
async function categorize(desk: Desk, actor: Actor, households: HouseholdPlan['households']) {
  const rows = households.flatMap(({ uuid: householdUuid, from, categories }) =>
    categories.map(({ category, reason }) => {
      const row = { town_id: desk.town, id: newId(), household_id: householdUuid };
      const { uuid: categoryUuid, sensitive } = category;
      return {
        ...row,
        resident_id: null,
        ...columnsOf(desk, { categoryUuid, why: reason }, row, sensitive),
        ...{ valid_from: from, valid_to: null, recorded_at: desk.now, recorded_by: actor.accountId },
        ...{ ended_at: null, ended_by: null, begun_visit_id: null, ended_visit_id: null },
      };
    }),
  );
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await desk.db
      .insertInto('household_category')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
  return rows;
}

async function insert(desk: Desk, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = JSON.stringify(rows.slice(start, start + rowsAtOnce));
    await sql`
      insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${some}::json)`.execute(desk.db);
  }
}
