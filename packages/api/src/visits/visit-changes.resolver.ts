import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { eventsOfVisits, isTold } from '../residents/event-rows.ts';
import { HouseholdEventType } from '../residents/household-event.type.ts';
import { reachesVisit } from './find-visit.ts';
import { VisitType } from './visit.type.ts';
import { visitsById } from './visit-lists.ts';

@Resolver(() => VisitType)
export class VisitChangesResolver {
  @FieldResolver(() => [HouseholdEventType], {
    nullable: true,
    description:
      'What was learnt at the visit and changed in the household’s record, the latest first, without categories where the viewer sees none of the household. Null where the viewer sees no residents of it.',
  })
  async changes(@Ctx() ctx: Context, @Root() visit: VisitType): Promise<HouseholdEventType[] | null> {
    const { townId, uuid } = visit;
    const desk = await ctx.readTown(townId);
    if (!(await reachesVisit(desk, ctx.signedIn, 'resident:read', visit))) return null;
    const seesCategories = await reachesVisit(desk, ctx.signedIn, 'category:read', visit);
    return (await desk.load(eventsOfVisits, { townId, uuid })).filter(isTold(seesCategories));
  }
}

@Resolver(() => HouseholdEventType)
export class EventVisitResolver {
  @FieldResolver(() => VisitType, {
    nullable: true,
    description: 'The visit at which it was learnt; null where it was learnt otherwise, or the viewer sees no visits.',
  })
  async visit(@Ctx() ctx: Context, @Root() { townId, visitUuid }: HouseholdEventType): Promise<VisitType | null> {
    if (visitUuid === null) return null;
    const desk = await ctx.readTown(townId);
    const visit = await desk.load(visitsById, { townId, uuid: visitUuid });
    return visit && (await reachesVisit(desk, ctx.signedIn, 'visit:read', visit)) ? visit : null;
  }
}
