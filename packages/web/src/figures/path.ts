import type { IndicatorTime } from '../generated/graphql.ts';
import { dayOrToday } from '../ui/day.ts';

interface Counted {
  indicator: { code: string; time: IndicatorTime };
  /** Its days, both included; a stock is that of the last one, or of today while that lies ahead. */
  period: { first: string; last: string };
  /** Of which unit, as it was at the end; the whole town unless told. */
  unit?: string | null;
}

/** The address of a town's page that opens a figure down to what makes it up. */
export function figurePath(town: string, { indicator, period, unit = null }: Counted): string {
  const end = dayOrToday(period.last);
  const days: Record<string, string> =
    indicator.time === 'STOCK' ? { on: end } : { from: period.first, to: period.last };
  const place: Record<string, string> = unit === null ? {} : { unit, basis: 'AS_OF', asOf: end };
  return `/towns/${town}/figures?${new URLSearchParams({ figure: indicator.code, ...days, ...place })}`;
}
