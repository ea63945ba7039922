import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import type { RequestType } from './request.type.ts';
import { seesRequest } from './request-reach.ts';
import { requestsById } from './request-rows.ts';

/** A request that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getRequest(ctx: Context, id: string, field = 'id'): Promise<RequestType> {
  const { townId, key: uuid } = requireId(id, 'Request', field);
  const desk = await ctx.readTownFor('request:read', townId);
  const request = await desk?.load(requestsById, { townId, uuid });
  if (!desk || !request || !(await seesRequest(desk, ctx.signedIn, request))) throw notFound(field);
  return request;
}
