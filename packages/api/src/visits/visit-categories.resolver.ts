import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdCategoryType } from '../categories/category.type.ts';
import { categoriesAtVisits } from '../categories/household-categories.ts';
import type { Context } from '../context.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { VisitType } from './visit.type.ts';

@Resolver(() => VisitType)
export class VisitCategoriesResolver {
  @FieldResolver(() => [HouseholdCategoryType], {
    nullable: true,
    description: 'The categories that the household was found to be in at this visit. Null where the viewer sees none.',
  })
  async categoriesBegun(@Ctx() ctx: Context, @Root() visit: VisitType): Promise<HouseholdCategoryType[] | null> {
    return (await changedAt(ctx, visit))?.begun ?? null;
  }

  @FieldResolver(() => [HouseholdCategoryType], {
    nullable: true,
    description: 'The categories that it was found to be in no more. Null where the viewer sees none.',
  })
  async categoriesEnded(@Ctx() ctx: Context, @Root() visit: VisitType): Promise<HouseholdCategoryType[] | null> {
    return (await changedAt(ctx, visit))?.ended ?? null;
  }
}

async function changedAt(ctx: Context, { townId, uuid, householdUuid }: VisitType) {
  const desk = await ctx.readTownFor('category:read', townId);
  const household = { townId, uuid: householdUuid };
  if (!desk || !(await reachesHousehold(desk, ctx.signedIn, 'category:read', household))) return undefined;
  return desk.load(categoriesAtVisits, { townId, uuid });
}
