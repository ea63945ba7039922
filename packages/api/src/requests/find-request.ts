import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId, requireIdIn } from '../schema/global-id.ts';
import type { RequestType } from './request.type.ts';
import { seesRequest } from './request-reach.ts';
import { requestsById } from './request-rows.ts';

/** A request that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getRequest(ctx: Context, id: string, field = 'id'): Promise<RequestType> {
  const { townId, key: uuid } = requireId(id, 'Request', field);
  const request = await requestSeen(ctx, townId, uuid);
  if (!request) throw notFound(field);
  return request;
}

/** A request that something of a town names, where the viewer may see it. Null where none is named. */
export async function requestSeen(ctx: Context, townId: number, uuid: string | null): Promise<RequestType | null> {
  if (uuid === null) return null;
  const desk = await ctx.readTownFor('request:read', townId);
  const request = await desk?.load(requestsById, { townId, uuid });
  return desk && request && (await seesRequest(desk, ctx.signedIn, request)) ? request : null;
}

/** The request that a mutation names, if the actor may see it. Errors: NOT_FOUND on `field`. */
export async function getRequestFor(desk: Desk, actor: Actor, id: string, field: string): Promise<RequestType> {
  const uuid = requireIdIn(desk.town, id, 'Request', field);
  const request = await desk.load(requestsById, { townId: desk.town, uuid });
  if (!request || !(await seesRequest(desk, actor, request))) throw notFound(field);
  return request;
}

/** Those of some requests that the actor may see, in their order. A number of statements that does not grow with them. */
export async function visibleRequests(
  desk: Desk,
  actor: Actor,
  requests: readonly RequestType[],
): Promise<RequestType[]> {
  const seen = await Promise.all(requests.map((request) => seesRequest(desk, actor, request)));
  return requests.filter((_, index) => seen[index]);
}
