import type { Actor } from '../access/actor.ts';
import { suppressesSmall } from '../access/small-numbers.ts';
import { badInput } from '../errors.ts';
import type { Days } from '../indicators/indicator.ts';
import type { AnyIndicator } from './indicators.ts';

/**
 * Refuses a period of one's own where small numbers are suppressed: the differences of many periods that overlap would tell them. What is
 * told there is a month, or a quarter or year of the calendar that is over. Errors: BAD_INPUT on `period`.
 */
export function requireToldPeriod(
  actor: Actor,
  indicator: AnyIndicator,
  townId: number,
  period: Days | null,
  today: string,
): void {
  if (!period || isStep(period, today) || !suppressesSmall(actor, indicator.permission, townId)) return;
  throw badInput('period', 'onlyCalendarSteps');
}

/** Of what is not over, the months are told; with them the quarter or year would tell each day of the rest. */
function isStep({ first, last }: Days, today: string): boolean {
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  const lengths = [1, ...((month - 1) % 3 === 0 ? [3] : []), ...(month === 1 ? [12] : [])];
  // The day before the month after is the last one of a month.
  const end = (months: number) => new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
  return day === 1 && lengths.some((months) => end(months) === last && (months === 1 || last < today));
}
