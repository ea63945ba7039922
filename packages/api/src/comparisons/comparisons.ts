import { type AnyIndicator, findIndicator } from '../figures/indicators.ts';

/** The five comparisons 五个比一比, in their order, each with the indicator that it compares units by. */
const compared = {
  /** 联系最多: who contacts most. */
  CONTACTS: 'contact-rate',
  /** 走访最广: who visits most widely. */
  BREADTH: 'household-contacted',
  /** 台账最实: who keeps the best records. */
  RECORDS: 'contact-record',
  /** 上报最快: who reports most promptly. */
  PROMPTNESS: 'request-promptness',
  /** 解决最多: who solves most. */
  SOLVED: 'request-completion',
} as const;

export type Comparison = keyof typeof compared;
export const comparisons = Object.keys(compared) as readonly Comparison[];

/** Beside what a unit solves: how many were satisfied with it. It is no comparison and ranks nobody. */
export const besideSolved = indicatorOf('request-satisfaction');

/** Among fewer records than these nothing is ranked: one record more or less would turn the order around. */
export const fewest = 10;

/** The indicator that a comparison compares units by. */
export function comparedBy(comparison: Comparison): AnyIndicator {
  return indicatorOf(compared[comparison]);
}

function indicatorOf(code: string): AnyIndicator {
  const indicator = findIndicator(code);
  if (!indicator) throw new Error(`No indicator ${code}`);
  return indicator;
}
