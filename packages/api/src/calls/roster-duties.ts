import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { dayOfChange } from '../schema/day.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { numberWithin } from '../schema/number.ts';
import { beginningOf, dayOf, weekdayOf } from '../today.ts';
import { dutiesWithin } from './duty-rows.ts';
import type { CancelDutyInput, CopyRosterInput, DutyInput, RosterDutiesInput } from './hotline.input.ts';
import type { HotlineType } from './hotline.type.ts';
import { getHotlineFor, holdHotline } from './hotline-rows.ts';
import { hour } from './roster.ts';

/** Duties that one mutation puts into a roster. */
const mostDuties = 200;
/** Hours. */
const longestDuty = 24;
const mostWeeks = 26;

/** A duty to put into the roster. */
interface NewDuty {
  person_id: string;
  telephone: string | null;
  begins_at: Date;
  ends_at: Date;
}

/** What changed of a roster: the hotline's id in the town, and how many duties were added. */
export interface RosterChange {
  hotline: string;
  added: number;
}

/**
 * Puts duties into the roster of a hotline. That they leave gaps or do not go together is no fault here: the roster says so.
 * Errors: NOT_FOUND on input.hotline or input.duties.N.person; BAD_INPUT on input.duties or a field of one; CONFLICT on
 * input.duties.N that is in the roster already.
 */
export async function rosterDuties(desk: Desk, actor: Actor, input: RosterDutiesInput): Promise<RosterChange> {
  const hotline = await getHotlineFor(desk, actor, 'hotline:keep', input.hotline);
  await holdHotline(desk, hotline.uuid);
  if (input.duties.length === 0) throw badInput('input.duties', 'required');
  if (input.duties.length > mostDuties) throw badInput('input.duties', 'tooMany', { most: mostDuties });
  const spans = input.duties.map((asked, index) => readDuty(desk, hotline, asked, `input.duties.${index}`));
  const people = input.duties.map(({ person }) => person);
  await requirePeople(desk, people, (index) => `input.duties.${index}.person`);
  const duties = spans.map((span, index) => ({
    ...span,
    person_id: requireIdIn(desk.town, people[index] ?? '', 'Person', `input.duties.${index}.person`),
  }));
  const fresh = await notYetThere(desk, hotline, duties);
  const known = duties.findIndex((duty) => !fresh.includes(duty));
  if (known >= 0) throw conflict('dutyKnown', `input.duties.${known}`);
  await write(desk, actor, hotline, fresh);
  return { hotline: hotline.uuid, added: fresh.length };
}

/**
 * Takes a duty back; that it was there stays. Returns the hotline's id in the town.
 * Errors: NOT_FOUND on input.duty, also where it was taken back already.
 */
export async function cancelDuty(desk: Desk, actor: Actor, input: CancelDutyInput): Promise<string> {
  const uuid = requireIdIn(desk.town, input.duty, 'HotlineDuty', 'input.duty');
  const row = await desk.db
    .selectFrom('hotline_duty')
    .select('hotline_id')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirst();
  if (!row) throw notFound('input.duty');
  await getHotlineFor(desk, actor, 'hotline:keep', globalId('Hotline', desk.town, row.hotline_id), 'input.duty');
  const cancelled = await desk.db
    .updateTable('hotline_duty')
    .set({ cancelled_at: desk.now, cancelled_by: actor.accountId })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  if (Number(cancelled.numUpdatedRows) === 0) throw notFound('input.duty');
  return row.hotline_id;
}

/**
 * Copies the duties that begin in a week into those that follow it, as far as the hotline is answered then; what is in the
 * roster there already is left out.
 * Errors: NOT_FOUND on input.hotline; BAD_INPUT on input.weeks, or on input.week where nothing is to be copied.
 */
export async function copyRoster(desk: Desk, actor: Actor, input: CopyRosterInput): Promise<RosterChange> {
  const hotline = await getHotlineFor(desk, actor, 'hotline:keep', input.hotline);
  await holdHotline(desk, hotline.uuid);
  numberWithin(input.weeks, [1, mostWeeks], 'input.weeks');
  const day = Temporal.PlainDate.from(dayOfChange(input.week, dayOf(desk.now), 'input.week'));
  const monday = day.subtract({ days: weekdayOf(input.week) - 1 });
  const [from, to] = [beginningOf(monday.toString()), beginningOf(monday.add({ weeks: 1 }).toString())];
  const key = { townId: desk.town, from: from.toISOString(), to: to.toISOString() };
  const model = (await desk.load(dutiesWithin, key)).filter(
    (duty) => duty.hotlineUuid === hotline.uuid && duty.from >= from,
  );
  if (model.length === 0) throw badInput('input.week', 'noDuties');
  const copies = Array.from({ length: input.weeks }, (_, index) => (index + 1) * 7 * 24 * hour).flatMap((later) =>
    model.map((duty) => ({
      person_id: duty.personUuid,
      telephone: duty.telephone,
      begins_at: new Date(duty.from.getTime() + later),
      ends_at: new Date(duty.to.getTime() + later),
    })),
  );
  const fresh = await notYetThere(
    desk,
    hotline,
    copies.filter(({ begins_at }) => hotline.validTo === null || dayOf(begins_at) < hotline.validTo),
  );
  await write(desk, actor, hotline, fresh);
  return { hotline: hotline.uuid, added: fresh.length };
}

function readDuty(desk: Desk, hotline: HotlineType, { telephone, from, hours }: DutyInput, field: string) {
  if (from.getTime() % hour !== 0) throw badInput(`${field}.from`, 'fullHour');
  numberWithin(hours, [1, longestDuty], `${field}.hours`);
  const day = dayOfChange(dayOf(from), dayOf(desk.now), `${field}.from`);
  if (day < hotline.validFrom) throw badInput(`${field}.from`, 'dateBeforeBeginning', { date: hotline.validFrom });
  if (hotline.validTo !== null && day >= hotline.validTo) {
    throw conflict('hotlineEnded', `${field}.from`, { date: hotline.validTo });
  }
  if (telephone != null && !hotline.telephones.includes(telephone))
    throw badInput(`${field}.telephone`, 'notItsNumber');
  return { telephone: telephone ?? null, begins_at: from, ends_at: new Date(from.getTime() + hours * hour) };
}

/** Those of some duties that are not in the roster of a hotline yet, each once. */
async function notYetThere<Duty extends NewDuty>(desk: Desk, { uuid }: HotlineType, duties: readonly Duty[]) {
  if (duties.length === 0) return [];
  const key = {
    townId: desk.town,
    from: new Date(Math.min(...duties.map(({ begins_at }) => begins_at.getTime()))).toISOString(),
    to: new Date(Math.max(...duties.map(({ ends_at }) => ends_at.getTime()))).toISOString(),
  };
  const seen = new Set(
    (await desk.load(dutiesWithin, key))
      .filter(({ hotlineUuid }) => hotlineUuid === uuid)
      .map(({ personUuid, telephone, from, to }) => JSON.stringify([personUuid, telephone, from, to])),
  );
  return duties.filter(({ person_id, telephone, begins_at, ends_at }) => {
    const same = JSON.stringify([person_id, telephone, begins_at, ends_at]);
    return !seen.has(same) && seen.add(same);
  });
}

/** Writes duties. One statement. */
async function write(desk: Desk, actor: Actor, { uuid }: HotlineType, duties: readonly NewDuty[]): Promise<void> {
  if (duties.length === 0) return;
  await desk.db
    .insertInto('hotline_duty')
    .values(
      duties.map((duty) => ({
        ...{ ...duty, town_id: desk.town, id: newId(), hotline_id: uuid },
        ...{ recorded_at: desk.now, recorded_by: actor.accountId, cancelled_at: null, cancelled_by: null },
      })),
    )
    .execute();
}
