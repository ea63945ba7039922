import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { eventKinds, RecordedChange } from './household-event.entity.ts';

/** An entry to be written into a household's record. */
export interface NewEvent {
  household: string;
  kind: (typeof eventKinds)[number];
  day: string;
  resident?: string;
  other?: string;
  /** A category tells by itself because of whom: without a purpose, of a sensitive one nobody is named. */
  householdCategory?: string;
  changes?: RecordedChange[];
  version?: number;
  visit?: string | null;
}

/** How many entries each change has written. */
const written = new WeakMap<Desk, number>();

/** Writes into the records of households what a change did, as the change's own. One statement. */
export async function recordEvents(desk: Desk, actor: Actor, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const before = written.get(desk) ?? 0;
  written.set(desk, before + events.length);
  const rows = events.map((event, index) => ({
    town_id: desk.town,
    id: newId(),
    household_id: event.household,
    kind: event.kind,
    recorded_at: desk.now,
    position: before + index,
    account_id: actor.accountId,
    day: event.day,
    resident_id: event.resident ?? null,
    other_id: event.other ?? null,
    household_category_id: event.householdCategory ?? null,
    changes: event.changes ?? [],
    version: event.version ?? null,
    visit_id: event.visit ?? null,
  }));
  await sql`
    insert into household_event
    select * from json_populate_recordset(null::household_event, ${JSON.stringify(rows)}::json)`.execute(desk.db);
}

/** The visit to a household at which something was learnt. Errors: NOT_FOUND on input.visit. */
export async function visitOf(desk: Desk, household: string, id: string | null | undefined): Promise<string | null> {
  if (id == null) return null;
  const uuid = requireIdIn(desk.town, id, 'Visit', 'input.visit');
  const visit = await desk.db
    .selectFrom('visit')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('household_id', '=', household)
    .executeTakeFirst();
  if (!visit) throw notFound('input.visit');
  return uuid;
}

/** What changed of a resident, or else of a household itself, after the version that somebody saw; the latest first. */
export async function changesSince(
  desk: Desk,
  thing: { resident: string } | { household: string },
  version: number,
): Promise<{ kind: NewEvent['kind']; changes: RecordedChange[] }[]> {
  return desk.db
    .selectFrom('household_event')
    .select(['kind', 'changes'])
    .where('town_id', '=', desk.town)
    .where((of) =>
      'resident' in thing
        ? of('resident_id', '=', thing.resident)
        : of.and([of('household_id', '=', thing.household), of('resident_id', 'is', null)]),
    )
    .where('version', '>', version)
    .orderBy('version', 'desc')
    .execute();
}
