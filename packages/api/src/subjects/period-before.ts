import { Temporal } from 'temporal-polyfill';

/** A period of days, the first and the last one included. */
export interface Period {
  first: string;
  last: string;
}

/**
 * The period of the same length that ends on the day before one begins: of whole months as many months, such as the year
 * before a year; else as many days.
 */
export function periodBefore({ first, last }: Period): Period {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const next = to.add({ days: 1 });
  const whole = from.day === 1 && next.day === 1;
  const length = from.until(next, { largestUnit: whole ? 'month' : 'day' });
  return { first: from.subtract(length).toString(), last: from.subtract({ days: 1 }).toString() };
}

/** The first days of the months in which a period has days, in order. */
export function monthsOf({ first, last }: Period): string[] {
  const months: string[] = [];
  const end = Temporal.PlainDate.from(last);
  let month = Temporal.PlainDate.from(first).with({ day: 1 });
  while (Temporal.PlainDate.compare(month, end) <= 0) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}
