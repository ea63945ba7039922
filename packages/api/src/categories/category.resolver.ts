import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { say } from '../messages.ts';
import { residentSeen } from '../residents/find-resident.ts';
import { HouseholdEventType } from '../residents/household-event.type.ts';
import { ResidentType } from '../residents/resident.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { CategoryType, HouseholdCategoryType } from './category.type.ts';
import { categoriesOfTowns } from './find-category.ts';
import { categoriesOfHouseholds, householdCategoriesById } from './household-categories.ts';
import { showsCategory } from './shows-category.ts';

const asOfAll = 'The day on which they hold; all that there ever were unless told.';

@Resolver(() => TownType)
export class TownCategoriesResolver {
  @FieldResolver(() => [CategoryType], {
    nullable: true,
    description:
      'The town’s own list of categories of households 类别, group by group in its order. Null where the viewer sees none.',
  })
  async categories(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfAll }) asOf?: string | null,
  ): Promise<CategoryType[] | null> {
    const desk = await ctx.readTownFor('category:read', townId);
    return desk ? heldOn(await desk.load(categoriesOfTowns, townId), asOf) : null;
  }
}

@Resolver(() => HouseholdType)
export class HouseholdCategoriesResolver {
  @FieldResolver(() => [HouseholdCategoryType], {
    nullable: true,
    description: 'The categories that the household is or was in, oldest first. Null where the viewer sees none.',
  })
  async categories(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: HouseholdType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfAll }) asOf?: string | null,
  ): Promise<HouseholdCategoryType[] | null> {
    const desk = await deskOfHousehold(ctx, 'category:read', { townId, uuid });
    if (!desk) return null;
    return heldOn(await desk.load(categoriesOfHouseholds, { townId, uuid }), asOf);
  }
}

@Resolver(() => HouseholdCategoryType)
export class HouseholdCategoryResolver {
  @FieldResolver(() => CategoryType, {
    nullable: true,
    description: 'The category; of a sensitive one null without `@purpose`.',
  })
  async category(@Ctx() ctx: Context, @Root() held: HouseholdCategoryType): Promise<CategoryType | null> {
    return showsCategory(ctx, held, 'HouseholdCategory.category') ? categoryOf(ctx, held) : null;
  }

  @FieldResolver(() => String, {
    description:
      'The category’s name; 敏感类别 (sensitive category) in the place of a sensitive one without `@purpose`.',
  })
  async name(@Ctx() ctx: Context, @Root() held: HouseholdCategoryType): Promise<string> {
    const shown = showsCategory(ctx, held, 'HouseholdCategory.name');
    return shown ? (await categoryOf(ctx, held)).name : say(ctx.language, 'sensitiveCategory');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the household is in it; null without `@purpose`.',
  })
  reason(@Ctx() ctx: Context, @Root() { townId, auditKey: subject, why }: HouseholdCategoryType): string | null {
    return personal(ctx, townId, { subject, field: 'HouseholdCategory.reason' }) ? why : null;
  }

  @FieldResolver(() => ResidentType, {
    nullable: true,
    description:
      'The member because of whom; null for the household as a whole, where they have gone out of the viewer’s reach since, and of a sensitive category without `@purpose`.',
  })
  async resident(@Ctx() ctx: Context, @Root() held: HouseholdCategoryType): Promise<ResidentType | null> {
    const { townId, residentUuid } = held;
    return showsCategory(ctx, held, 'HouseholdCategory.resident') ? residentSeen(ctx, townId, residentUuid) : null;
  }
}

@Resolver(() => HouseholdEventType)
export class HouseholdEventCategoryResolver {
  @FieldResolver(() => HouseholdCategoryType, {
    nullable: true,
    description: 'The period in a category that began or ended; null for whatever else happened.',
  })
  async householdCategory(
    @Ctx() ctx: Context,
    @Root() { townId, householdCategoryUuid: uuid }: HouseholdEventType,
  ): Promise<HouseholdCategoryType | null> {
    const desk = await ctx.readTownFor('category:read', townId);
    const held = desk && uuid !== null ? await desk.load(householdCategoriesById, { townId, uuid }) : undefined;
    if (!held) return null;
    return (await deskOfHousehold(ctx, 'category:read', { townId, uuid: held.householdUuid })) ? held : null;
  }
}

async function categoryOf(ctx: Context, { townId, categoryUuid }: HouseholdCategoryType): Promise<CategoryType> {
  const categories = await (await ctx.readTown(townId)).load(categoriesOfTowns, townId);
  const category = categories.find(({ uuid }) => uuid === categoryUuid);
  if (!category) throw notFound();
  return category;
}

/** What holds on a day; without one all that ever held, be it for a day. */
function heldOn<Each extends { validFrom: string; validTo: string | null }>(
  all: readonly Each[],
  day: string | null | undefined,
): Each[] {
  return all.filter(({ validFrom: from, validTo: to }) => (day == null ? from !== to : holdsOn({ from, to }, day)));
}
