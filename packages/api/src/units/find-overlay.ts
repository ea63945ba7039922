import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { allowedParentsOf } from '../towns/allowed-parents.ts';
import type { OverlayType } from './overlay.type.ts';
import type { TreeRules } from './tree-rules.ts';

/** Batch of all overlays of towns, by name. */
export async function overlaysOfTowns(desk: Desk, towns: readonly number[]): Promise<OverlayType[][]> {
  const rows = await desk.db
    .selectFrom('tree_overlay')
    .select(['town_id', 'id', 'name', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', [...towns])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return towns.map((town) =>
    rows
      .filter((row) => row.town_id === town)
      .map(({ town_id: townId, id: uuid, name, valid_from: validFrom, valid_to: validTo, version }) => ({
        typename: 'Overlay',
        id: globalId('Overlay', townId, uuid),
        ...{ townId, uuid, name, validFrom, validTo, version },
      })),
  );
}

/** The overlay of the desk's town that a mutation names. Errors: NOT_FOUND on `field`. */
export async function getOverlay(desk: Desk, id: string, field: string): Promise<OverlayType> {
  const uuid = requireIdIn(desk.town, id, 'Overlay', field);
  const overlay = (await desk.load(overlaysOfTowns, desk.town)).find((each) => each.uuid === uuid);
  if (!overlay) throw notFound(field);
  return overlay;
}

/** The overlay that a mutation of overlays names, if the actor's permission reaches it. Errors: NOT_FOUND on input.overlay. */
export async function getOverlayFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
): Promise<OverlayType> {
  const overlay = await getOverlay(desk, id, 'input.overlay');
  if (!reachesTown(actor, permission, desk.town)) throw notFound('input.overlay');
  return overlay;
}

/** Batch of the rules of towns' trees. Two statements. */
export async function treeRulesOf(desk: Desk, towns: readonly number[]): Promise<TreeRules[]> {
  return Promise.all(
    towns.map(async (town) => ({
      allowed: await desk.load(allowedParentsOf, town),
      overlays: new Map(
        (await desk.load(overlaysOfTowns, town)).map(({ uuid, validFrom: from, validTo: to }) => [uuid, { from, to }]),
      ),
    })),
  );
}

/** Refuses a name that another overlay has on some day of the period; one that was never there has none. Errors: CONFLICT on input.name. */
export async function refuseTakenOverlayName(
  desk: Desk,
  name: string,
  self: { uuid?: string; validFrom: string; validTo: string | null },
): Promise<void> {
  const taken = (await desk.load(overlaysOfTowns, desk.town)).some(
    (other) =>
      other.name === name &&
      other.uuid !== self.uuid &&
      other.validFrom !== other.validTo &&
      (other.validTo === null || other.validTo > self.validFrom) &&
      (self.validTo === null || self.validTo > other.validFrom),
  );
  if (taken) throw conflict('nameTaken', 'input.name');
}

/** An overlay as a change has left it. */
export async function changedOverlay(desk: Desk, uuid: string): Promise<OverlayType> {
  desk.forget();
  return getOverlay(desk, globalId('Overlay', desk.town, uuid), 'input.overlay');
}
