import type { Basis } from '../indicators/basis.ts';
import type { Days, FactSource } from '../indicators/indicator.ts';
import { type Measure, type MeasureCode, measures } from '../summaries/measures.ts';

/** Which facts to count: of a period whose days are both included, on a basis, as of a day. */
export interface FactQuestion {
  townId: number;
  source: FactSource<MeasureCode>;
  period: Days;
  basis: Basis;
  asOf: string;
}

/** Whether a figure counts rows of a table. */
export function asksOf(question: FactQuestion | null, table: Measure['table']): question is FactQuestion {
  return question !== null && measures[question.source.counts].table === table;
}
