import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { dayOfDeed } from '../schema/day.ts';
import { dayOf } from '../today.ts';

/** Where the steps of what is handled step by step are written, and which column says whose they are. */
const events = {
  request: ['request_event', 'request_id'],
  petition: ['petition_event', 'petition_id'],
  mediation: ['mediation_event', 'mediation_id'],
  project: ['project_event', 'project_id'],
  deliberation: ['deliberation_event', 'deliberation_id'],
  relief: ['relief_event', 'application_id'],
  finding: ['patrol_finding_event', 'finding_id'],
  inspectionFinding: ['inspection_finding_event', 'finding_id'],
} as const;

/**
 * The day on which a step is taken, with one or with several at once: today unless told. One statement where it is told, else none.
 * Errors: BAD_INPUT on input.on ahead or before the last step.
 */
export async function dayOfStep(
  desk: Desk,
  of: keyof typeof events,
  ids: readonly string[],
  given: string | null | undefined,
): Promise<string> {
  const on = dayOfDeed(given, dayOf(desk.now), 'input.on');
  if (given == null) return on;
  const [table, column] = events[of];
  const { rows } = await sql<{ last: string | null }>`select max(happened_on) as last from ${sql.table(table)}
    where town_id = ${desk.town} and ${sql.ref(column)} = ${anyOf(ids)}`.execute(desk.db);
  const last = rows[0]?.last ?? null;
  if (last !== null && on < last) throw badInput('input.on', 'stepBefore', { date: last });
  return on;
}
