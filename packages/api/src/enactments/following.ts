import { gapsIn, overlapOf, type Period } from '../db/versions.ts';

/** A post or role with the unit on which it goes on, null where it ends, and the periods over which it does. */
export type Following<Held> = Held & { goesTo: string | null; goesOn: Period[] };

/** A post or role as a restructuring on a day finds it: it stays where it is. */
export function staying<Held extends Period & { unit: string | null }>(held: Held, day: string): Following<Held> {
  return { ...held, goesTo: held.unit, goesOn: [{ from: held.from < day ? day : held.from, to: held.to }] };
}

/**
 * Lets all that goes on at a unit go on elsewhere, or end, and answers it. When the same is held there already, it does
 * not go on: nothing is held twice.
 */
export function goOn<Held>(
  all: readonly Following<Held>[],
  unit: string,
  goesTo: string | null,
  isSame: (a: Held, b: Held) => boolean,
): Following<Held>[] {
  const moving = all.filter((each) => each.goesTo === unit);
  for (const each of moving) {
    const held = all.filter((other) => goesTo !== null && other.goesTo === goesTo && isSame(each, other));
    const periods = held.flatMap(({ goesOn }) => goesOn).sort((a, b) => (a.from < b.from ? -1 : 1));
    each.goesOn = goesTo === null ? [] : each.goesOn.flatMap((period) => without(period, periods));
    each.goesTo = each.goesOn.length === 0 ? null : goesTo;
  }
  return moving;
}

/** What is left of a period without others. */
function without(period: Period, others: readonly Period[]): Period[] {
  const versions = others.map((other) => ({ ...other, state: {} }));
  return gapsIn(versions, period.from, () => true).flatMap((gap) => overlapOf(gap, period) ?? []);
}
