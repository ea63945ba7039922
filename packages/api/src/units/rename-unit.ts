import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { beginRevision } from '../db/revise.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor } from './find-unit.ts';
import { refuseTakenName } from './open-unit.ts';
import { replaceVersion } from './revise-unit.ts';
import type { RenameUnitInput } from './unit.input.ts';

/**
 * Gives a unit another name from a day on; before that day it keeps the old one.
 * Errors: NOT_FOUND on input.unit; BAD_INPUT on input.name or input.from; CONFLICT where it is closed, changed later,
 * changed by somebody else, or where a sibling of its kind has the name.
 */
export async function renameUnit(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: RenameUnitInput,
  from: string,
): Promise<void> {
  await lockTree(desk);
  const key = { townId: desk.town, asOf: from, uuid };
  const unit = await getUnitFor(desk, actor, 'unit:rename', key, 'input.unit');
  const name = oneLine(input.name, 'input.name');
  await beginRevision(desk, 'unit', unit, from, input.expectedVersion, 'input.from');
  const status = unit.status === 'PREPARATORY' ? 'PREPARATORY' : 'ACTIVE';
  const state = { name, code: unit.code, kind: unit.kind, status, parent_id: unit.parentUuid } as const;
  await refuseTakenName(desk, state, from, uuid);
  await replaceVersion(desk, uuid, from, state);
}
