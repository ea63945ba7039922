import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { beginRevision } from '../db/revise.ts';
import { conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { getUnitFor } from './find-unit.ts';
import { lockTree } from './lock-tree.ts';
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
  const { unit, tree } = await getUnitFor(desk, actor, 'unit:rename', key, 'input.unit');
  const name = oneLine(input.name, 'input.name');
  await beginRevision(desk, 'unit', unit, from, input.expectedVersion, 'input.from');
  const taken = tree
    .children(unit.parentUuid)
    .some((other) => other.uuid !== uuid && other.kind === unit.kind && other.name === name);
  if (taken) throw conflict('nameTaken', 'input.name');
  const status = unit.status === 'PREPARATORY' ? 'PREPARATORY' : 'ACTIVE';
  await replaceVersion(desk, uuid, from, { name, kind: unit.kind, status, parent_id: unit.parentUuid });
}
