import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { dayOf } from '../today.ts';
import type { HotlineType } from './hotline.type.ts';

/** How far a device's clock may be ahead, in milliseconds. */
const clockSlip = 5 * 60 * 1000;
/** Seconds. */
const longestCall = 24 * 60 * 60;

/**
 * When a call rang, with its day in Shanghai, and how long it took.
 * Errors: BAD_INPUT on input.calledAt ahead or before the hotline, and on input.seconds; CONFLICT on input.calledAt where
 * the hotline had ended by then.
 */
export function momentOfCall(
  desk: Desk,
  hotline: HotlineType,
  { calledAt, seconds }: { calledAt?: Date | null; seconds?: number | null },
): { called_at: Date; called_on: string; seconds: number | null } {
  const called_at = momentOf(desk, calledAt, 'input.calledAt');
  const called_on = dayOfChange(dayOf(called_at), dayOf(desk.now), 'input.calledAt');
  const { validFrom, validTo } = hotline;
  if (called_on < validFrom) throw badInput('input.calledAt', 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && called_on >= validTo) throw conflict('hotlineEnded', 'input.calledAt', { date: validTo });
  if (seconds != null && (seconds < 0 || seconds > longestCall)) throw badInput('input.seconds', 'callSeconds');
  return { called_at, called_on, seconds: seconds ?? null };
}

/** A moment that an input tells, now unless told. Errors: BAD_INPUT on `field` where it lies ahead. */
export function momentOf(desk: Desk, given: Date | null | undefined, field: string): Date {
  const at = given ?? desk.now;
  if (at.getTime() > desk.now.getTime() + clockSlip) throw badInput(field, 'momentAhead');
  return new Date(Math.min(at.getTime(), desk.now.getTime()));
}
