import { setTimeout } from 'node:timers/promises';
import { beginningOf, dayAfter, dayOf } from '../src/today.ts';

/** Longer than nearly every file of tests takes. */
const MARGIN_MS = 3 * 60_000;

// A test that begins on one day in Shanghai and ends on the next finds what it noted to be of yesterday, and rightly: a day's
// list, for one, is thrown away with its day. So no file of tests begins when the day is nearly over.
const now = new Date();
const left = beginningOf(dayAfter(dayOf(now))).getTime() - now.getTime();
if (left < MARGIN_MS) await setTimeout(left);
