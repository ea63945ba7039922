import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { answeredAgain } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import type { RecordPatrolInput } from './patrol.input.ts';
import type { PatrolType } from './patrol.type.ts';
import { patrolNow } from './patrol-rows.ts';

/**
 * The patrol that was recorded under the id that its client gave it, where it is the same; undefined where none was. It
 * is answered again (`answeredAgain`): whoever has lost sight of it since learns that it is recorded, and no more of it.
 * Errors: CONFLICT on input.clientId where somebody else sent it, or with other content.
 */
export async function patrolSentBefore(
  desk: Desk,
  actor: Actor,
  id: string,
  hash: string,
): Promise<PatrolType | undefined> {
  const row = await desk.db
    .selectFrom('patrol')
    .select(['sent_hash', 'recorded_by'])
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.sent_hash !== hash || row.recorded_by !== actor.accountId) throw conflict('patrolDiffers', 'input.clientId');
  return answeredAgain(await patrolNow(desk, id));
}

/** The digest by which a patrol that is sent again is known. */
export function hashOfPatrol(input: RecordPatrolInput): string {
  const { route, place, on, beganAt, endedAt, people, stops, note, findings, nothingFound } = input;
  const where = [route ?? null, place ?? null, on ?? null, beganAt ?? null, endedAt ?? null];
  const who = [people.toSorted(), stops?.toSorted() ?? null];
  return createHash('sha256')
    .update(JSON.stringify([...where, ...who, note ?? null, findings ?? [], nothingFound ?? false]))
    .digest('hex');
}
