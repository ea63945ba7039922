import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import {
  restructuringsById,
  type StoredRestructuring,
  selectRestructurings,
  storedOf,
} from '../restructurings/stored-restructuring.ts';
import { requireVersion } from '../units/find-unit.ts';

/** A draft that a mutation names. Errors: NOT_FOUND on input.draft; CONFLICT where it is none any more or was changed. */
export async function getDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  expectedVersion: number | null | undefined,
): Promise<StoredRestructuring> {
  const stored = await desk.load(restructuringsById, { townId: desk.town, uuid });
  if (!stored || !reachesTown(actor, 'unit:restructure', desk.town)) throw notFound('input.draft');
  requireVersion(stored, expectedVersion);
  if (stored.status !== 'DRAFT') throw conflict('noDraft', 'input.draft');
  return stored;
}

/** Batch of the open drafts of towns, the oldest first. One statement. */
export async function draftsOfTowns(desk: Desk, towns: readonly number[]): Promise<StoredRestructuring[][]> {
  const rows = await selectRestructurings(desk)
    .where('town_id', 'in', [...towns])
    .where('status', '=', 'DRAFT')
    .orderBy('id')
    .execute();
  const stored = rows.map(storedOf);
  return towns.map((town) => stored.filter((each) => each.townId === town));
}
