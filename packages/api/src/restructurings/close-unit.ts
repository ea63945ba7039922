import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getUnitFor, requireVersion } from '../units/find-unit.ts';
import { grounds } from './grounds.ts';
import { restructure } from './restructure.ts';
import type { CloseUnitInput } from './unit.input.ts';

/**
 * Closes a unit on which nothing hangs any more: `on` is the first day without it. Closed on the day it began, it was
 * never there. To close one with an heir for what it holds, draw up a restructuring.
 * Errors: NOT_FOUND on input.unit; BAD_INPUT on input.on; CONFLICT where it is closed already, changed later or by
 * somebody else, or where units, teams, households, posts or accounts still hang on it.
 */
export async function closeUnit(
  desk: Desk,
  actor: Actor,
  uuid: string,
  input: CloseUnitInput,
  on: string,
): Promise<void> {
  const treeVersion = await lockTree(desk);
  const unit = await getUnitFor(desk, actor, 'unit:close', { townId: desk.town, asOf: on, uuid }, 'input.unit');
  requireVersion(unit, input.expectedVersion);
  const step = { verb: 'CLOSE' as const, unit: uuid, heir: null, officers: 'END' as const };
  const plan = { steps: [step], effectiveOn: on, origin: 'TOWN' as const, ...grounds(input) };
  const fieldOf = ({ about }: { about: string }) => `input.${about === 'day' ? 'on' : about}`;
  const { posts, roles } = await restructure(desk, actor, treeVersion, plan, fieldOf);
  const ended = posts.filter((post) => post.unit === uuid).length;
  if (ended > 0) throw conflict('unitHasPosts', 'input.unit', { count: ended });
  const lost = roles.filter((role) => role.unit === uuid).length;
  if (lost > 0) throw conflict('unitHasAccounts', 'input.unit', { count: lost });
}
