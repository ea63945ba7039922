import { hour } from '../calls/roster.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { beginningOf, dayOf, weekdayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** A hotline of the demo: whose it is, since when, who answers it and in which hours. */
export interface DemoHotline {
  unit: string;
  from: string;
  people: readonly string[];
  opensAt: number;
  closesAt: number;
}

/** Weeks for which the roster is made: the one before this, this one, and some that follow. */
const weeks = 6;

/** Opens a hotline with a telephone for each of its people, who are on duty one after the other. Returns its id. */
export async function openDemoHotline(desk: Desk, hotline: DemoHotline): Promise<string> {
  const id = newId();
  await desk.db
    .insertInto('hotline')
    .values({
      ...{ town_id: desk.town, id, name: `社工热线${inventedMark}`, unit_id: hotline.unit },
      ...{ telephones: hotline.people.map((_, index) => telephone(index)) },
      ...{ opens_at: hotline.opensAt, closes_at: hotline.closesAt },
      ...{ valid_from: hotline.from, valid_to: null, version: 1 },
    })
    .execute();
  await roster(desk, id, hotline);
  return id;
}

/** Registers so many invented people, by another seed others. Returns their ids. */
export async function hireWorkers(desk: Desk, count: number, seed: number): Promise<string[]> {
  const next = repeatable(desk.town + seed);
  const people = Array.from({ length: count }, () => ({ town_id: desk.town, id: newId(), name: personName(next) }));
  await desk.db.insertInto('person').values(people).execute();
  return people.map(({ id }) => id);
}

/** Of a range that is given to nobody. */
export function telephone(index: number): string {
  return `1990000999${index}`;
}

/** The hours of every day are shared evenly among the people, each the next day one turn later. */
async function roster(desk: Desk, hotline_id: string, { people, opensAt, closesAt }: DemoHotline): Promise<void> {
  const today = dayOf(desk.now);
  const monday = beginningOf(today).getTime() - (weekdayOf(today) - 1 + 7) * 24 * hour;
  const { accountId } = await demoActor(desk);
  const each = (closesAt - opensAt) / people.length;
  const duties = Array.from({ length: weeks * 7 }, (_, day) =>
    people.map((_, turn) => {
      const worker = (turn + day) % people.length;
      const begins = monday + (day * 24 + opensAt + turn * each) * hour;
      return {
        ...{ town_id: desk.town, id: newId(), hotline_id, person_id: people[worker] ?? '' },
        ...{ telephone: telephone(worker), begins_at: new Date(begins), ends_at: new Date(begins + each * hour) },
        ...{ recorded_at: desk.now, recorded_by: accountId, cancelled_at: null, cancelled_by: null },
      };
    }),
  ).flat();
  await desk.db.insertInto('hotline_duty').values(duties).execute();
}
