import type { Basis } from '../indicators/basis.ts';
import type { Days, FactSource } from '../indicators/indicator.ts';
import { type Measure, type MeasureCode, measures } from '../summaries/measures.ts';

/** Lengths into which a period can be cut. */
export const steps = ['MONTH', 'QUARTER', 'YEAR'] as const;
export type Step = (typeof steps)[number];

/** Which facts to count: of a period whose days are both included, on a basis, as of a day. */
export interface FactQuestion {
  townId: number;
  source: FactSource<MeasureCode>;
  period: Days;
  basis: Basis;
  asOf: string;
  /** Where it is told by steps of the period, which are whole months then: of what length, and for the units of which days each. */
  steps?: { by: Step; asOf: readonly string[] };
}

/** Whether a figure counts rows of a table. */
export function asksOf(question: FactQuestion | null, table: Measure['table']): question is FactQuestion {
  return question !== null && measures[question.source.counts].table === table;
}
