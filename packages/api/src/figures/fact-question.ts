import { type Measure, type MeasureCode, measures } from '../summaries/measures.ts';
import type { Basis } from './basis.ts';

/** What is counted of facts over the tree. */
export interface FactSource {
  /** Which facts count: of a rate, the denominator. */
  counts: MeasureCode;
  /** Of a rate, which of those make the numerator; of the same table. */
  rate?: MeasureCode;
}

/** Which facts to count: of a period whose days are both included, on a basis, as of a day. */
export interface FactQuestion {
  townId: number;
  source: FactSource;
  period: { first: string; last: string };
  basis: Basis;
  asOf: string;
}

/** Whether a figure counts rows of a table. */
export function asksOf(question: FactQuestion | null, table: Measure['table']): question is FactQuestion {
  return question !== null && measures[question.source.counts].table === table;
}
