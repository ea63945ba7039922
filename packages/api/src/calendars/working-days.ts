import type { Desk } from '../db/door.ts';
import { Calendar } from './calendar.ts';
import type { WorkingDayExceptionType } from './working-day.type.ts';

/** Batch of the days of towns that are not as the week has them, in order; the town's own come before the State's. Two statements. */
export async function exceptionsOf(desk: Desk, towns: readonly number[]): Promise<WorkingDayExceptionType[][]> {
  const national = await desk.db
    .selectFrom('working_day_exception')
    .select(['day', 'working', 'name', 'source'])
    .execute();
  const own = await desk.db
    .selectFrom('town_day')
    .select(['town_id', 'day', 'working', 'name'])
    .where('town_id', 'in', [...towns])
    .execute();
  return towns.map((town) =>
    exceptionsAmong(
      national,
      own.filter((row) => row.town_id === town),
    ),
  );
}

/** The days of a town that are not as the week has them, in order: the State's, and in their place the town's own. */
export function exceptionsAmong(
  national: readonly WorkingDayExceptionType[],
  own: readonly Omit<WorkingDayExceptionType, 'source'>[],
): WorkingDayExceptionType[] {
  const byDay = new Map(national.map((row) => [row.day, row]));
  for (const { day, working, name } of own) byDay.set(day, { day, working, name, source: null });
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Batch of the calendars of towns. Two statements. */
export async function calendarOf(desk: Desk, towns: readonly number[]): Promise<Calendar[]> {
  return Promise.all(
    towns.map(async (town) => {
      const exceptions = await desk.load(exceptionsOf, town);
      return new Calendar(new Map(exceptions.map(({ day, working }) => [day, working])));
    }),
  );
}

/** Makes a day a working day or a day off in the desk's town. */
export async function settleDay(desk: Desk, day: string, working: boolean, name: string): Promise<void> {
  await desk.db
    .insertInto('town_day')
    .values({ town_id: desk.town, day, working, name })
    .onConflict((known) => known.columns(['town_id', 'day']).doUpdateSet({ working, name }))
    .execute();
}

/** Leaves a day in the desk's town to the State's notices and the week again. Returns whether the town had settled it. */
export async function leaveDay(desk: Desk, day: string): Promise<boolean> {
  const { numDeletedRows } = await desk.db
    .deleteFrom('town_day')
    .where('town_id', '=', desk.town)
    .where('day', '=', day)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
