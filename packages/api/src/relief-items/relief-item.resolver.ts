import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { TownType } from '../towns/town.type.ts';
import { ReliefCategoryType, ReliefItemType } from './relief-item.type.ts';
import { reliefCategoriesOf, reliefItemsOf } from './relief-list.ts';

const ended = 'Whether to list those that are ended, too.';

@Resolver(() => TownType)
export class TownReliefListResolver {
  @FieldResolver(() => [ReliefCategoryType], {
    nullable: true,
    description: 'The town’s categories of relief 帮困类别, in its order. Null where the viewer may not count relief.',
  })
  async reliefCategories(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: ended }) all: boolean,
  ): Promise<ReliefCategoryType[] | null> {
    const desk = await ctx.readTownFor('relief:count', townId);
    const categories = await desk?.load(reliefCategoriesOf, townId);
    return categories?.filter(({ endedOn }) => all || endedOn === null) ?? null;
  }
}

@Resolver(() => ReliefCategoryType)
export class ReliefCategoryResolver {
  @FieldResolver(() => [ReliefItemType], { description: 'Its items 帮困项目, in the town’s order.' })
  async items(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: ReliefCategoryType,
    @Arg('ended', () => Boolean, { defaultValue: false, description: ended }) all: boolean,
  ): Promise<ReliefItemType[]> {
    const items = await (await ctx.readTown(townId)).load(reliefItemsOf, townId);
    return items.filter(({ categoryUuid, endedOn }) => categoryUuid === uuid && (all || endedOn === null));
  }
}

@Resolver(() => ReliefItemType)
export class ReliefItemResolver {
  @FieldResolver(() => ReliefCategoryType, { description: 'The category under which it stands.' })
  async category(@Ctx() ctx: Context, @Root() { townId, categoryUuid }: ReliefItemType): Promise<ReliefCategoryType> {
    const categories = await (await ctx.readTown(townId)).load(reliefCategoriesOf, townId);
    const category = categories.find(({ uuid }) => uuid === categoryUuid);
    if (!category) throw notFound();
    return category;
  }
}
