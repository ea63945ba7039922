import { sql } from 'kysely';
import { idsOf, type TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { PeriodInput } from '../schema/period.type.ts';
import type { PointEntryType, PointStatementType } from './volunteer.type.ts';
import type { PointEntryKind } from './volunteer-states.ts';

interface EntryRow {
  volunteer_id: string;
  kind: PointEntryKind | null;
  amount: number;
  balance: number;
  booked_on: string;
  activity_id: string | null;
  redemption_id: string | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string;
}

/** What an entry is to the volunteer, by the accounts that it goes between. */
const kinds = sql`case when e.from_account = 'ISSUED' then 'EARNED' when e.to_account = 'ISSUED' then 'EARNING_UNDONE'
  when e.to_account = 'REDEEMED' then 'SPENT' else 'GIVEN_BACK' end`;

/** Which volunteer, and which period. */
interface StatementKey extends TownKey {
  period: PeriodInput;
}

/** Batch of statements of volunteers. Two statements for each period. */
export async function statementsOf(desk: Desk, keys: readonly StatementKey[]): Promise<PointStatementType[]> {
  const nameOf = ({ townId, period }: StatementKey) => `${townId} ${period.first} ${period.last}`;
  const read = new Map<string, (volunteer: string) => PointStatementType>();
  for (const [name, [key, ...others]] of Map.groupBy(keys, nameOf)) {
    if (key) read.set(name, await readStatements(desk, key.townId, key.period, idsOf([key, ...others])));
  }
  return keys.map((key) => {
    const statement = read.get(nameOf(key))?.(key.uuid);
    if (!statement) throw new Error(`No statement of ${key.uuid}`);
    return statement;
  });
}

async function readStatements(
  desk: Desk,
  town: number,
  period: PeriodInput,
  volunteers: readonly string[],
): Promise<(volunteer: string) => PointStatementType> {
  const amount = sql`case e.to_account when 'VOLUNTEER' then e.points else -e.points end`;
  const { rows } = await sql<EntryRow>`
    select * from (
      select e.volunteer_id, ${kinds} as kind, (${amount})::int as amount,
        (sum(${amount}) over (partition by e.volunteer_id order by e.booked_on, e.id))::int as balance,
        e.booked_on, s.activity_id, e.redemption_id, e.reason, e.recorded_at, e.recorded_by, e.id
      from point_entry e left join volunteer_sign_up s on s.town_id = e.town_id and s.id = e.sign_up_id
      where e.town_id = ${town} and e.volunteer_id = any(${[...volunteers]}::uuid[]) and e.booked_on <= ${period.last}
    ) entries where booked_on >= ${period.first} order by booked_on, id`.execute(desk.db);
  const { rows: opened } = await sql<{ volunteer_id: string; opening: number }>`
    select e.volunteer_id, sum(${amount})::int as opening from point_entry e
    where e.town_id = ${town} and e.volunteer_id = any(${[...volunteers]}::uuid[]) and e.booked_on < ${period.first}
    group by e.volunteer_id`.execute(desk.db);
  const byVolunteer = Map.groupBy(rows, (row) => row.volunteer_id);
  const openings = new Map(opened.map((row) => [row.volunteer_id, row.opening]));
  return (volunteer) => statementOf(town, openings.get(volunteer) ?? 0, byVolunteer.get(volunteer) ?? []);
}

function statementOf(townId: number, opening: number, rows: readonly EntryRow[]): PointStatementType {
  const entries = rows.map(
    (row): PointEntryType => ({
      ...{ townId, kind: row.kind ?? 'EARNED', amount: row.amount, balance: row.balance, bookedOn: row.booked_on },
      ...{ activityUuid: row.activity_id, redemptionUuid: row.redemption_id, reason: row.reason },
      ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by },
    }),
  );
  const sum = (of: readonly PointEntryKind[]) =>
    entries.filter(({ kind }) => of.includes(kind)).reduce((total, { amount }) => total + amount, 0);
  const [earned, spent] = [sum(['EARNED', 'EARNING_UNDONE']), -sum(['SPENT', 'GIVEN_BACK']) || 0];
  return { opening, earned, spent, closing: opening + earned - spent, entries };
}
