import type { Desk } from '../db/door.ts';
import { badInput, conflict } from '../errors.ts';
import { type EvidenceKind, missingEvidence } from '../handling/classes.ts';
import { paragraphs } from '../schema/text.ts';
import type { TakenStep } from './fold.ts';
import type { RequestRow } from './request-rows.ts';

/** Evidence that comes with something else. */
interface EvidenceGiven {
  kind: EvidenceKind;
  text: string;
}

/** How a request was handled. */
export interface Handling {
  outcome: string;
  evidence?: readonly EvidenceGiven[] | null;
}

/** The most pieces of evidence that one step brings. */
const most = 10;

/**
 * The steps by which a request that somebody holds is handled: the evidence that comes with it, and the outcome.
 * Errors: CONFLICT on input.request for a request without a class; BAD_INPUT on `field`.evidence where the class asks
 * for evidence that is neither there nor comes with it, or on a text.
 */
export function handleSteps(
  { handling_class }: Pick<RequestRow, 'handling_class'>,
  known: readonly EvidenceKind[],
  handling: Handling,
  on: string,
  field: string,
): TakenStep[] {
  const given = handling.evidence ?? [];
  if (given.length > most) throw badInput(`${field}.evidence`, 'tooMany', { most });
  const evidence = given.map(
    ({ kind, text }, index): TakenStep => ({
      step: 'ADD_EVIDENCE',
      on,
      evidence: kind,
      text: paragraphs(text, `${field}.evidence.${index}.text`),
    }),
  );
  const text = paragraphs(handling.outcome, `${field}.outcome`);
  if (handling_class === null) throw conflict('classMissing', 'input.request');
  if (missingEvidence(handling_class, [...known, ...given.map(({ kind }) => kind)]).length > 0) {
    throw badInput(`${field}.evidence`, 'evidenceMissing');
  }
  return [...evidence, { step: 'HANDLE', on, text, changes: { state: 'HANDLED', handled_on: on } }];
}

/** The kinds of evidence that a request has been given. */
export async function evidenceOf(desk: Desk, uuid: string): Promise<EvidenceKind[]> {
  const rows = await desk.db
    .selectFrom('request_event')
    .select('evidence')
    .where('town_id', '=', desk.town)
    .where('request_id', '=', uuid)
    .where('evidence', 'is not', null)
    .execute();
  return rows.flatMap((row) => row.evidence ?? []);
}
