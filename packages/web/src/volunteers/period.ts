import type { Days } from '../ui/calendarPeriod.ts';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The period that an address chooses; undefined where it chooses none. */
export function readPeriod(params: URLSearchParams): Days | undefined {
  const [first, last] = [params.get('from'), params.get('to')];
  return isDay(first) && isDay(last) && first <= last ? { first, last } : undefined;
}
