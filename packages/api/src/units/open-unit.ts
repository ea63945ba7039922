import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { allowedParentsOf } from '../towns/allowed-parents.ts';
import { lockTree } from '../towns/lock-tree.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { getUnitFor, requireLasting } from './find-unit.ts';
import { type UnitState, versionRow } from './revise-unit.ts';
import type { OpenUnitInput } from './unit.input.ts';
import type { UnitType } from './unit.type.ts';

/**
 * Opens a unit under another, or directly under the town, from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.parent; BAD_INPUT on input.kind, name, code or from; CONFLICT where the parent does not
 * last, or the code or the name (among its siblings of that kind) is taken.
 */
export async function openUnit(desk: Desk, actor: Actor, input: OpenUnitInput, from: string): Promise<string> {
  await lockTree(desk);
  const parent = await parentOf(desk, actor, input, from);
  const name = oneLine(input.name, 'input.name');
  const code = input.code == null ? null : oneLine(input.code, 'input.code', 20);
  await checkKind(desk, input.kind, parent);
  await refuseTakenName(desk, { kind: input.kind, parent_id: parent?.uuid ?? null, name }, from);
  if (code !== null) await refuseTakenCode(desk, code, from);

  const id = randomUUIDv7();
  await desk.db
    .insertInto('unit')
    .values({ town_id: desk.town, id, overlay_id: null, valid_from: from, valid_to: null, version: 1 })
    .execute();
  const status = input.status === 'PREPARATORY' ? 'PREPARATORY' : 'ACTIVE';
  const state = { name, code, kind: input.kind, status, parent_id: parent?.uuid ?? null } as const;
  await desk.db
    .insertInto('unit_version')
    .values(versionRow(desk, id, state, from, null))
    .execute();
  return id;
}

async function parentOf(desk: Desk, actor: Actor, input: OpenUnitInput, from: string): Promise<UnitType | undefined> {
  if (input.parent == null) {
    if (!reachesTown(actor, 'unit:open', desk.town)) throw notFound('input.parent');
    return undefined;
  }
  const { townId, key } = requireId(input.parent, 'Unit', 'input.parent');
  if (townId !== desk.town) throw notFound('input.parent');
  const unit = await getUnitFor(desk, actor, 'unit:open', { townId, asOf: from, uuid: key }, 'input.parent');
  requireLasting(unit, from, 'input.parent');
  return unit;
}

async function checkKind(desk: Desk, kind: UnitKind, parent: UnitType | undefined): Promise<void> {
  if (kind === 'TOWN') throw badInput('input.kind', 'kindIsTown');
  const allowed = (await desk.load(allowedParentsOf, desk.town)).find((line) => line.kind === kind)?.parents ?? [];
  if (!allowed.includes(parent?.kind ?? 'TOWN')) throw badInput('input.kind', 'kindNotAllowed');
}

/** Refuses a name that a sibling of the kind has on some day from the given one on. Errors: CONFLICT on input.name. */
export async function refuseTakenName(
  desk: Desk,
  { kind, parent_id, name }: Pick<UnitState, 'kind' | 'parent_id' | 'name'>,
  from: string,
  self?: string,
): Promise<void> {
  const taken = await desk.db
    .selectFrom('unit_version')
    .select('unit_id')
    .where('town_id', '=', desk.town)
    .where('parent_id', 'is not distinct from', parent_id)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('superseded_at', 'is', null)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .execute();
  if (taken.some((other) => other.unit_id !== self)) throw conflict('nameTaken', 'input.name');
}

async function refuseTakenCode(desk: Desk, code: string, from: string): Promise<void> {
  const other = await desk.db
    .selectFrom('unit_version')
    .select('unit_id')
    .where('town_id', '=', desk.town)
    .where('code', '=', code)
    .where('superseded_at', 'is', null)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .executeTakeFirst();
  if (other) throw conflict('codeTaken', 'input.code');
}
