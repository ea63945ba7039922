import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor, requireVersion } from '../units/find-unit.ts';
import { grounds } from './grounds.ts';
import { restructure } from './restructure.ts';
import type { RenameUnitInput } from './unit.input.ts';

/**
 * Gives a unit another name from a day on, until its next name. Before that day it keeps the old one.
 * Errors: NOT_FOUND on input.unit; BAD_INPUT on input.name or input.from; CONFLICT where it is closed, changed by
 * somebody else, or where a sibling of its kind has the name.
 */
export async function renameUnit(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: RenameUnitInput,
  from: string,
): Promise<void> {
  const treeVersion = await lockTree(desk);
  const unit = await getUnitFor(desk, actor, 'unit:rename', { townId: desk.town, asOf: from, uuid }, 'input.unit');
  requireVersion(unit, input.expectedVersion);
  const step = { verb: 'RENAME' as const, unit: uuid, name: oneLine(input.name, 'input.name') };
  const plan = { steps: [step], effectiveOn: from, origin: 'TOWN' as const, ...grounds(input) };
  await restructure(desk, actor, treeVersion, plan, ({ about }) => `input.${about === 'day' ? 'from' : about}`);
}
