import type { Desk } from '../db/door.ts';
import type { Days, Indicator, StockIndicator, Total } from '../indicators/indicator.ts';
import type { MeasureCode } from '../summaries/measures.ts';
import { stocks } from '../summaries/stocks.ts';
import { factsOfTowns, stockOfTowns } from '../summaries/town-sums.ts';
import { dayAfter } from '../today.ts';
import type { FactQuestion } from './fact-question.ts';
import type { AnyIndicator } from './indicators.ts';

/** What to count of a whole town: in a period, or on a day; of what is covered in a period, on its last day. */
export interface TotalQuestion {
  townId: number;
  period: Days | null;
  on: string;
}

/** Whether whole towns are counted from summaries, so that many can be counted at once: facts where a period is of whole months. */
export function isKeptByTown(indicator: Indicator): boolean {
  if (indicator.time === 'STOCK') return indicator.ofTown !== undefined || Object.hasOwn(stocks, indicator.code);
  return indicator.time === 'FLOW' || ('to' in indicator && isKeptByTown(indicator.to));
}

/** Whether summaries tell of whole towns what an indicator counts in a period, or on a day. */
export function isTold(indicator: AnyIndicator, { period }: Pick<TotalQuestion, 'period'>): boolean {
  return isKeptByTown(indicator) && (indicator.time === 'STOCK' || (period !== null && wholeMonths(period) !== null));
}

/**
 * What an indicator counts of a whole town, from summaries alone; null where they do not tell. At most three statements for
 * all towns, indicators, periods and days that are asked for at once.
 */
export async function totalOfTown(desk: Desk, indicator: AnyIndicator, question: TotalQuestion): Promise<Total | null> {
  if (!isTold(indicator, question)) return null;
  const { townId, period, on } = question;
  if (indicator.time === 'STOCK') return stockOf(desk, indicator, townId, on);
  const months = period && wholeMonths(period);
  if (!months || !('source' in indicator)) return null;
  const facts = (measure: MeasureCode) => desk.load(factsOfTowns, { townId, measure, ...months });
  const { counts, rate = counts }: FactQuestion['source'] = indicator.source;
  const among = 'to' in indicator ? stockOf(desk, indicator.to, townId, on).then(({ count }) => count) : facts(counts);
  const [count, total] = await Promise.all([facts(rate), among]);
  return { count, total };
}

async function stockOf(desk: Desk, indicator: StockIndicator, townId: number, on: string): Promise<Total> {
  if (indicator.ofTown) return indicator.ofTown(desk, { townId, on });
  const count = await desk.load(stockOfTowns, { townId, stock: indicator.code, on });
  return { count, total: count };
}

/** The months that a period is made of, from the first day of the first to the day after the last; null where it has other days. */
function wholeMonths({ first, last }: Days): { first: string; past: string } | null {
  const past = dayAfter(last);
  return first.endsWith('-01') && past.endsWith('-01') ? { first, past } : null;
}
