import type { Permission } from '../access/permissions.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Batch, Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { type IdType, requireId } from '../schema/global-id.ts';
import { reachesHousehold } from './find-household.ts';

/** The desk that reads of a household what takes a permission; undefined where the viewer's permission does not reach the household. */
export async function deskOfHousehold(
  ctx: Context,
  permission: Permission,
  { townId, uuid }: TownKey,
): Promise<Desk | undefined> {
  const desk = await ctx.readTownFor(permission, townId);
  return desk && (await reachesHousehold(desk, ctx.signedIn, permission, { townId, uuid })) ? desk : undefined;
}

/** What a batch answers of one thing of a household. */
interface OfHousehold {
  townId: number;
  householdUuid: string;
}

/** Something of a household by its global id, where the viewer's permission reaches the household. Errors: NOT_FOUND on `field`. */
export async function getOfHousehold<Thing extends OfHousehold>(
  ctx: Context,
  permission: Permission,
  type: IdType,
  batch: Batch<TownKey, Thing | undefined>,
  id: string,
  field: string,
): Promise<Thing> {
  const { townId, key: uuid } = requireId(id, type, field);
  const thing = await (await ctx.readTownFor(permission, townId))?.load(batch, { townId, uuid });
  if (!thing || !(await deskOfHousehold(ctx, permission, { townId, uuid: thing.householdUuid }))) throw notFound(field);
  return thing;
}
