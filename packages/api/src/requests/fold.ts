import type { EvidenceKind } from '../handling/classes.ts';
import type { RequestStep, Satisfaction } from '../handling/transitions.ts';
import type { FollowUpWay } from './request.entity.ts';
import type { RequestRow } from './request-rows.ts';

/** What steps change of a request. */
type Changing =
  | 'state'
  | 'level'
  | 'handling_class'
  | 'subject_id'
  | 'party_id'
  | 'holder_id'
  | 'due_on'
  | 'handled_on'
  | 'satisfaction';

/** A step that is taken: what it changes, which stays otherwise, and what it brings. */
export interface TakenStep {
  step: RequestStep;
  on: string;
  changes?: Partial<Pick<RequestRow, Changing>>;
  text?: string;
  evidence?: EvidenceKind;
  way?: FollowUpWay;
  satisfaction?: Satisfaction;
  /** How many photographs or households it adds. */
  added?: number;
}

/** A step with what the request is after it. */
export interface Outcome {
  taken: TakenStep;
  after: RequestRow;
}

/** Takes steps one after the other, each a version on. */
export function takeAll(row: RequestRow, steps: readonly TakenStep[]): Outcome[] {
  let after = row;
  return steps.map((taken) => {
    after = { ...after, ...taken.changes, version: after.version + 1 };
    return { taken, after };
  });
}
