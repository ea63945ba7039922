import type { InspectionCheckInput, InspectionFindingInput } from '../generated/graphql.ts';
import type { Finding } from './inspection.ts';

/** A finding as a form holds it. */
export interface FindingValues {
  kind: Finding['kind'];
  text: string;
  mended?: string;
}

/** A check as a form holds it. */
export interface CheckValues {
  /** The form asks for it before it is sent. */
  place?: string;
  people?: string[];
  found?: 'nothing' | 'found';
  findings?: FindingValues[];
}

/** A finding as the contract takes it. */
export function findingInput({ kind, text, mended }: FindingValues): InspectionFindingInput {
  return { kind, text, mended: mended?.trim() ? mended : null };
}

/** A check as the contract takes it; of a place that was checked before, what was found stays. */
export function checkInput(
  { place = '', people = [], found, findings = [] }: CheckValues,
  before = false,
): InspectionCheckInput {
  const some = people.length === 0 ? null : people;
  if (before) return { place, people: some };
  if (found === 'found') return { place, people: some, findings: findings.map(findingInput) };
  return { place, people: some, nothingFound: true };
}
