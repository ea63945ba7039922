import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdCategoryType } from '../categories/category.type.ts';
import { categoriesAtVisits } from '../categories/household-categories.ts';
import type { Context } from '../context.ts';
import { deskOfHousehold } from '../households/of-household.ts';
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
  const desk = await deskOfHousehold(ctx, 'category:read', { townId, uuid: householdUuid });
  return desk?.load(categoriesAtVisits, { townId, uuid });
}
