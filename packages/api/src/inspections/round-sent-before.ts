import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { answeredAgain } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import type { RecordInspectionRoundInput } from './round.input.ts';
import type { InspectionRoundType } from './round.type.ts';
import { roundNow } from './round-rows.ts';

/**
 * The round that was recorded under the id that its client gave it, where it is the same; undefined where none was. It is answered again
 * (`answeredAgain`): whoever has lost sight of it since learns that it is recorded, and no more of it.
 * Errors: CONFLICT on input.clientId where somebody else sent it, or with other content.
 */
export async function roundSentBefore(
  desk: Desk,
  actor: Actor,
  id: string,
  hash: string,
): Promise<InspectionRoundType | undefined> {
  const row = await desk.db
    .selectFrom('inspection_round')
    .select(['sent_hash', 'recorded_by'])
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.sent_hash !== hash || row.recorded_by !== actor.accountId) throw conflict('roundDiffers', 'input.clientId');
  return answeredAgain(await roundNow(desk, id));
}

/** The digest by which a round that is sent again is known. */
export function hashOfRound({ squad, on, people, checks, note }: RecordInspectionRoundInput): string {
  const said = checks.map((each) => [
    ...[each.place, each.people?.toSorted() ?? null, each.nothingFound ?? false],
    (each.findings ?? []).map(({ kind, text, mended }) => [kind, text, mended ?? null]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([squad, on ?? null, people.toSorted(), said, note ?? null]))
    .digest('hex');
}
