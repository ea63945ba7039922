import type { ThresholdBase } from './deliberation-states.ts';

/** What a rule asks for: a part of those who count, and that enough vote. Fractions of whole numbers. */
export interface Threshold {
  numerator: number;
  denominator: number;
  /** Whether more than the part is asked for, not at least the part. */
  moreThan: boolean;
  base: ThresholdBase;
  /** The part of all who may vote that has to vote; null for any. */
  turnoutNumerator: number | null;
  turnoutDenominator: number | null;
}

/** How many may vote, and how the votes that hold are. */
export interface Tally {
  voters: number;
  inFavour: number;
  against: number;
  abstained: number;
}

/** What a rule makes of votes, with the numbers by which it does. */
export interface Calculation {
  /** How many voted: for, against or abstained. */
  voted: number;
  /** How many have to vote; 0 where any number will do. */
  turnoutNeeded: number;
  /** Of how many the threshold is a part. */
  base: number;
  /** How many votes for it takes: never none. */
  needed: number;
  passed: boolean;
}

/** What a rule makes of votes: with whole numbers alone, so that two thirds of 30 are 20 and nothing near it. */
export function decideByRule(rule: Threshold, { voters, inFavour, against, abstained }: Tally): Calculation {
  const voted = inFavour + against + abstained;
  const base = rule.base === 'ALL' ? voters : voted;
  const { numerator, denominator } = rule;
  const part = rule.moreThan ? wholePart(numerator * base, denominator) + 1 : atLeast(numerator, denominator, base);
  const needed = Math.max(1, part);
  const turnoutNeeded =
    rule.turnoutNumerator === null || rule.turnoutDenominator === null
      ? 0
      : atLeast(rule.turnoutNumerator, rule.turnoutDenominator, voters);
  return { voted, turnoutNeeded, base, needed, passed: inFavour >= needed && voted >= turnoutNeeded };
}

/** The least whole number that is not less than a part of another one. */
function atLeast(numerator: number, denominator: number, of: number): number {
  return wholePart(numerator * of + denominator - 1, denominator);
}

/** How many times a whole number is in another one. No quotient is rounded on the way. */
function wholePart(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}
