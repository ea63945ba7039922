import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getOverlay } from '../units/find-overlay.ts';
import { getUnitFor } from '../units/find-unit.ts';
import { grounds } from './grounds.ts';
import { restructure } from './restructure.ts';
import type { OpenUnitInput } from './unit.input.ts';

/**
 * Opens a unit under another, or directly under the town, from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.parent or input.overlay; BAD_INPUT on input.kind, name, code, overlay or from; CONFLICT where
 * the parent does not stand or last, the overlay is closed, or the code or the name (among its siblings of that kind) is
 * taken.
 */
export async function openUnit(desk: Desk, actor: Actor, input: OpenUnitInput, from: string): Promise<string> {
  const treeVersion = await lockTree(desk);
  const parent = await parentOf(desk, actor, input, from);
  if (input.kind === 'TOWN') throw badInput('input.kind', 'kindIsTown');
  const unit = newId();
  const step = {
    verb: 'OPEN' as const,
    unit,
    ref: unit,
    kind: input.kind,
    name: oneLine(input.name, 'input.name'),
    code: input.code == null ? null : oneLine(input.code, 'input.code', 20),
    status: input.status === 'PREPARATORY' ? ('PREPARATORY' as const) : ('ACTIVE' as const),
    parent,
    overlay: input.overlay == null ? null : (await getOverlay(desk, input.overlay, 'input.overlay')).uuid,
  };
  const plan = { steps: [step], effectiveOn: from, origin: 'TOWN' as const, ...grounds(input) };
  await restructure(desk, actor, treeVersion, plan, ({ about }) => `input.${about === 'day' ? 'from' : about}`);
  return unit;
}

async function parentOf(desk: Desk, actor: Actor, input: OpenUnitInput, from: string): Promise<string | null> {
  if (input.parent == null) {
    if (!reachesTown(actor, 'unit:open', desk.town)) throw notFound('input.parent');
    return null;
  }
  const uuid = requireIdIn(desk.town, input.parent, 'Unit', 'input.parent');
  await getUnitFor(desk, actor, 'unit:open', { townId: desk.town, asOf: from, uuid }, 'input.parent');
  return uuid;
}
