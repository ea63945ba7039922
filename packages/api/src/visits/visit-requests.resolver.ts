import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { visibleRequests } from '../requests/find-request.ts';
import { RequestType } from '../requests/request.type.ts';
import { reachesVisit } from './find-visit.ts';
import { VisitType } from './visit.type.ts';
import { requestsOfVisits, visitsOfRequests } from './visit-requests.ts';

@Resolver(() => VisitType)
export class VisitRequestsResolver {
  @FieldResolver(() => [RequestType], {
    nullable: true,
    description: 'The requests that were raised at it; null for a viewer who sees none in the town.',
  })
  async requests(@Ctx() ctx: Context, @Root() { townId, uuid }: VisitType): Promise<RequestType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    return visibleRequests(desk, ctx.signedIn, await desk.load(requestsOfVisits, { townId, uuid }));
  }
}

@Resolver(() => RequestType)
export class RequestVisitResolver {
  @FieldResolver(() => VisitType, {
    nullable: true,
    description: 'The visit at which it was raised; null where it was at none, or at one out of the viewer’s reach.',
  })
  async visit(@Ctx() ctx: Context, @Root() { townId, uuid }: RequestType): Promise<VisitType | null> {
    const desk = await ctx.readTownFor('visit:read', townId);
    const visit = await desk?.load(visitsOfRequests, { townId, uuid });
    return desk && visit && (await reachesVisit(desk, ctx.signedIn, 'visit:read', visit)) ? visit : null;
  }
}
