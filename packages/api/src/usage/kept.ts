import { Temporal } from 'temporal-polyfill';
import { beginningOf, dayOf } from '../today.ts';
import type { UsageStep } from './usage.entity.ts';

/** How long sums are kept: those of hours and those of days. */
const lives = { HOUR: { days: 7 }, DAY: { months: 13 } } as const satisfies Record<UsageStep, Temporal.DurationLike>;

/** The moment before which sums are kept no more. */
export function keptSince(step: UsageStep, now: Date): Date {
  return beginningOf(Temporal.PlainDate.from(dayOf(now)).subtract(lives[step]).toString());
}
