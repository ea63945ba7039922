import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import { dayAfter } from '../today.ts';
import type { FactQuestion } from './fact-question.ts';
import type { Seams } from './seams.ts';

/** Days `[from, to)`; `split` where a month is told only of the blocks that do not change. */
interface Gap {
  from: string;
  to: string;
  split: boolean;
}

/** The whole months of a period, and what of it sums of months do not tell. */
export interface Months {
  /** The first day of the first whole month, and the day after the last. */
  first: string;
  past: string;
  /** Days of no whole month, and the months within which blocks change. They do not overlap. */
  gaps: Gap[];
}

/** Tells the whole months of a period from the rest. */
export function monthsOf({ first, last }: FactQuestion['period'], { days }: Pick<Seams, 'days'>): Months {
  const end = dayAfter(last);
  const [begins, ends] = [first === monthOf(first) ? first : nextMonth(first), monthOf(end)];
  if (begins >= ends) return { first, past: first, gaps: [{ from: first, to: end, split: false }] };
  const inside = days.filter(({ day }) => day > begins && day < ends && day !== monthOf(day));
  const gaps = [
    { from: first, to: begins, split: false },
    ...[...new Set(inside.map(({ day }) => monthOf(day)))].map((from) => ({ from, to: nextMonth(from), split: true })),
    { from: ends, to: end, split: false },
  ];
  return { first: begins, past: ends, gaps: gaps.filter(({ from, to }) => from < to) };
}

/** In SQL, of a block and a `gap` that holds the day: whether the sum of the month does not tell of it. */
export function beyondMonths({ changing }: Seams): RawBuilder<boolean> {
  return sql`(not gap.split or block_id = ${anyOf(changing)})`;
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function nextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12
    ? `${String(year + 1).padStart(4, '0')}-01-01`
    : `${day.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
}
