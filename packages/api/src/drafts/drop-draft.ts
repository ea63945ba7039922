import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getDraft } from './find-draft.ts';

/** Drops a draft. Errors: NOT_FOUND on input.draft; CONFLICT where it is no draft any more or was changed. */
export async function dropDraft(
  desk: Desk,
  actor: Actor,
  uuid: string,
  expectedVersion: number | null | undefined,
): Promise<void> {
  await lockTree(desk);
  await getDraft(desk, actor, uuid, expectedVersion);
  await desk.db
    .updateTable('restructuring')
    .set((row) => ({ status: 'DROPPED' as const, version: row('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  desk.forget();
}
