import { Temporal } from 'temporal-polyfill';
import type { Step } from '../figures/fact-question.ts';
import type { Days } from '../indicators/indicator.ts';

const monthsOf = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const satisfies Record<Step, number>;

/** The steps that hold the days of a period, wholly or in part, in order; the first beyond `most` is the last. */
export function pointsOf({ first, last }: Days, by: Step, most: number): Days[] {
  const months = monthsOf[by];
  const { year, month } = Temporal.PlainDate.from(first);
  const begins = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
  const points: Days[] = [];
  for (let index = 0; points.length <= most; index++) {
    const from = begins.add({ months: index * months });
    if (from.toString() > last) break;
    points.push({ first: from.toString(), last: from.add({ months }).subtract({ days: 1 }).toString() });
  }
  return points;
}
