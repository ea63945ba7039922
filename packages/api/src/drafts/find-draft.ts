import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { restructuringsById, type StoredRestructuring } from '../restructurings/stored-restructuring.ts';
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
