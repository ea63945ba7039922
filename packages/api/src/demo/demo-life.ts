import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { settleWidely } from './demo-households.ts';
import type { InventedRequest } from './demo-requests.ts';
import { type InventedVisit, recordInvented } from './demo-visits.ts';
import { repeatable } from './invented.ts';

type Next = (below: number) => number;

/** Visits to each household. */
const visitsEach = 3;

/**
 * Invents so many households in the blocks of the desk's town, since a day, and for each three visits up to today, with
 * what was asked for at them. Each block's are made by the members of its teams.
 */
export async function liveIn(desk: Desk, count: number, from: string): Promise<void> {
  const teams = await membersOfBlocks(desk);
  const households = await settleWidely(desk, [...teams.keys()], count, from);
  const next = repeatable(desk.town + 11);
  const today = dayOf(desk.now);
  const visits = households.flatMap(({ household, block, categories }) =>
    daysOfVisits(next, from, today, categories.length > 0).map((visitedOn): InventedVisit => {
      const members = teams.get(block) ?? [];
      const visitors = [...new Set([members[next(members.length)], members[next(members.length)]])];
      return {
        ...{ household, block, visitedOn, way: wayOf(next, categories), about: next(100) },
        visitors: visitors.flatMap((visitor) => visitor ?? []),
        request:
          next(100) < askedOf100(ageOf(visitedOn, today)) ? asking(next, visitedOn, today, members[0] ?? '') : null,
      };
    }),
  );
  // In the order in which they were made, so that requests are numbered as a town numbers them.
  visits.sort((a, b) => (a.visitedOn < b.visitedOn ? -1 : a.visitedOn > b.visitedOn ? 1 : 0));
  await recordInvented(desk, visits);
}

/** The people in the teams of each geographic block of the desk's town, by block; blocks without any are left out. */
async function membersOfBlocks(desk: Desk): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ block: string; people: string[] }>`
    select v.block_id as block, array_agg(m.person_id order by m.role = 'LEAD' desc, m.id) as people
    from team_version v
    join team_member m on m.town_id = v.town_id and m.team_id = v.team_id and m.valid_to is null
    join unit u on u.town_id = v.town_id and u.id = v.block_id and u.overlay_id is null
    where v.town_id = ${desk.town} and v.superseded_at is null and v.valid_to is null and m.person_id is not null
    group by v.block_id order by min(v.id::text)`.execute(desk.db);
  return new Map(rows.map(({ block, people }) => [block, people]));
}

/** Days of visits up to today, the first first: of households in a category every few months, of others twice in three years. */
function daysOfVisits(next: Next, from: string, today: string, often: boolean): string[] {
  let day = Temporal.PlainDate.from(today).subtract({ days: next(often ? 110 : 400) });
  const days = Array.from({ length: visitsEach }, () => {
    const visited = day.toString();
    day = day.subtract({ days: often ? 75 + next(30) : 150 + next(120) });
    return visited < from ? from : visited;
  });
  return days.reverse();
}

/** Those who must be visited are met at home. */
function wayOf(next: Next, categories: readonly string[]): VisitWay {
  const number = next(10);
  if (categories.includes('独居老人') || number < 7) return 'AT_HOME';
  return number < 9 ? 'TELEPHONE' : 'APPOINTMENT';
}

/** How many days ago a day is. */
function ageOf(day: string, today: string): number {
  return Temporal.PlainDate.from(day).until(today, { largestUnit: 'day' }).days;
}

/** At how many visits of a hundred somebody asks for something: this week at many, so that there is something to do. */
function askedOf100(age: number): number {
  return age <= 7 ? 60 : 6;
}

/** A request of a day, which is handled within days, as far as it has come today. */
function asking(next: Next, on: string, today: string, holder: string): InventedRequest {
  const later = (day: string, days: number) => {
    const found = Temporal.PlainDate.from(day).add({ days }).toString();
    return found < today ? found : today;
  };
  const handledOn = later(on, next(5));
  const followedUpOn = later(handledOn, 1 + next(4));
  const number = next(100);
  const level = number < 88 ? 'BLOCK' : number < 97 ? 'COMMITTEE' : 'TOWN';
  const stage = stageOf(number, ageOf(on, today));
  return { level, about: next(100), holder, handledOn, followedUpOn, stage };
}

/** A request of this week may be anywhere; of those before, all but a few that nobody saw to are closed. */
function stageOf(number: number, age: number): InventedRequest['stage'] {
  if (age <= 2) return (['RAISED', 'ACCEPTED', 'RAISED', 'HANDLED'] as const)[number % 4] ?? 'RAISED';
  if (age <= 7) return (['HANDLED', 'SATISFIED', 'REOPENED', 'SATISFIED'] as const)[number % 4] ?? 'HANDLED';
  if (age <= 30 && number % 10 === 3) return 'ACCEPTED';
  return number % 10 === 9 ? 'FAIRLY' : 'SATISFIED';
}
