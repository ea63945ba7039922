import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { numberWithin } from '../schema/number.ts';
import { dayOf } from '../today.ts';

/** The tables of points that hold over a period, and their column for what earns or costs them. */
const columns = { volunteer_activity_rate: 'kind_id', reward_price: 'reward_id' } as const;
export type DatedPoints = keyof typeof columns;

/** So many points, from a day on, and to the first day on which they hold no more. */
export interface PointsVersion {
  points: number;
  validFrom: string;
  validTo: string | null;
}

/** The most that an activity earns, and that one of a reward costs. */
const most: Record<DatedPoints, number> = { volunteer_activity_rate: 100, reward_price: 10_000 };

/** Points by what they are for, the first day first. */
export async function pointsOf(
  desk: Desk,
  table: DatedPoints,
  towns: readonly number[],
): Promise<Map<string, PointsVersion[]>> {
  const rows = await desk.db
    .selectFrom(table)
    .select(['town_id', `${columns[table]} as of`, 'points', 'valid_from', 'valid_to'])
    .where('town_id', 'in', [...towns])
    // What was replaced before it began held on no day.
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .execute();
  const byThing = Map.groupBy(rows, (row) => `${row.town_id} ${row.of}`);
  return new Map(
    [...byThing].map(([thing, versions]) => [
      thing,
      versions.map((row) => ({ points: row.points, validFrom: row.valid_from, validTo: row.valid_to })),
    ]),
  );
}

/** What holds on a day; undefined where nothing did yet. */
export function pointsOn(versions: readonly PointsVersion[], day: string): number | undefined {
  return versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))?.points;
}

/** How many points something is to earn or cost. Errors: BAD_INPUT on input.points. */
export function requirePoints(table: DatedPoints, points: number): number {
  return numberWithin(points, [1, most[table]], 'input.points');
}

/** Says what something new earns or costs from a day on, which may lie in the past. Errors: BAD_INPUT on input.points or input.from. */
export async function beginPoints(
  desk: Desk,
  table: DatedPoints,
  uuid: string,
  { points, from }: { points: number; from?: string | null | undefined },
): Promise<PointsVersion> {
  const version = { points, validFrom: dayOfChange(from, dayOf(desk.now), 'input.from'), validTo: null };
  await write(desk, table, uuid, version);
  return version;
}

/**
 * Says what something earns or costs from a day on that lies ahead: what was earned or spent up to today stays what it was. What was to begin on
 * that day or later never holds. Errors: BAD_INPUT on input.points or input.from.
 */
export async function changePoints(
  desk: Desk,
  table: DatedPoints,
  uuid: string,
  known: readonly PointsVersion[],
  input: { points: number; from?: string | null },
): Promise<PointsVersion[]> {
  const points = requirePoints(table, input.points);
  const today = dayOf(desk.now);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  const from = dayOfChange(input.from ?? tomorrow, today, 'input.from');
  if (from <= today) throw badInput('input.from', 'pointsFromTomorrow', { date: tomorrow });
  const [first] = known;
  if (first && from <= first.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: first.validFrom });
  const [held, never] = [
    known.filter(({ validFrom }) => validFrom < from),
    known.filter(({ validFrom }) => validFrom >= from),
  ];
  const end = (validFrom: string, to: string) =>
    desk.db
      .updateTable(table)
      .set({ valid_to: to })
      .where('town_id', '=', desk.town)
      .where(columns[table], '=', uuid)
      .where('valid_from', '=', validFrom)
      .whereRef('valid_from', 'is distinct from', 'valid_to')
      .execute();
  for (const { validFrom } of never) await end(validFrom, validFrom);
  const last = held.at(-1);
  if (last) await end(last.validFrom, from);
  const version = { points, validFrom: from, validTo: null };
  await write(desk, table, uuid, version);
  return [...held.slice(0, -1), ...(last ? [{ ...last, validTo: from }] : []), version];
}

async function write(desk: Desk, table: DatedPoints, uuid: string, version: PointsVersion): Promise<void> {
  const row = {
    ...{ town_id: desk.town, id: newId(), points: version.points },
    ...{ valid_from: version.validFrom, valid_to: version.validTo },
  };
  await (table === 'reward_price'
    ? desk.db.insertInto('reward_price').values({ ...row, reward_id: uuid })
    : desk.db.insertInto('volunteer_activity_rate').values({ ...row, kind_id: uuid })
  ).execute();
}
