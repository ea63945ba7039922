import { dayAfter, weekdayOf } from '../today.ts';

/** Which days are worked: Monday to Friday, but for the days that are told otherwise. */
export class Calendar {
  readonly #exceptions: ReadonlyMap<string, boolean>;

  /** `exceptions` says of a day whether it is worked. */
  constructor(exceptions: ReadonlyMap<string, boolean>) {
    this.#exceptions = exceptions;
  }

  isWorkingDay(day: string): boolean {
    return this.#exceptions.get(day) ?? weekdayOf(day) <= 5;
  }

  /** The last of so many working days after a day, which itself does not count. None: the day itself. */
  addWorkingDays(day: string, days: number): string {
    let at = day;
    for (let left = days; left > 0; ) {
      at = dayAfter(at);
      if (this.isWorkingDay(at)) left--;
    }
    return at;
  }
}
