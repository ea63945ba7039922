import type { Desk } from '../db/door.ts';
import type { Row } from '../db/insertion.ts';
import { levelAt, levelsOn } from '../handling/levels.ts';
import { stepRow } from '../handling/step-row.ts';
import type { Outcome } from './fold.ts';
import type { Standing } from './standing.ts';

/** The events of steps that an account took, each with what the request was after it. */
export function rowsOfEvents(
  desk: Desk,
  accountId: string,
  { path }: Pick<Standing, 'path'>,
  outcomes: readonly Outcome[],
): Row<'request_event'>[] {
  const levels = levelsOn(path);
  return outcomes.map(({ taken, after }) => ({
    ...stepRow(desk, { accountId }, taken.step, after, taken.text),
    request_id: after.id,
    happened_on: taken.on,
    level: after.level,
    unit_id: levelAt(levels, after.level).unit?.uuid ?? null,
    holder_id: after.holder_id,
    handling_class: after.handling_class,
    subject_id: after.subject_id,
    party_id: after.party_id,
    due_on: after.due_on,
    evidence: taken.evidence ?? null,
    way: taken.way ?? null,
    satisfaction: taken.satisfaction ?? null,
    added: taken.added ?? null,
  }));
}
