import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
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
