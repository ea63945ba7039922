import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { ContactRuleType } from './contact-rule.type.ts';
import { rulesOfTowns } from './rules-of-towns.ts';

@Resolver(() => TownType)
export class TownContactRulesResolver {
  @FieldResolver(() => [ContactRuleType], {
    nullable: true,
    description:
      'The town’s contact rules 联系规则: for every household, and for those of categories. Null where the viewer sees none.',
  })
  async contactRules(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day on which they hold; all that hold over some period unless told.',
    })
    asOf?: string | null,
  ): Promise<ContactRuleType[] | null> {
    const rules = await (await ctx.readTownFor('category:read', townId))?.load(rulesOfTowns, townId);
    if (!rules) return null;
    return rules.filter(({ validFrom: from, validTo: to }) => asOf == null || holdsOn({ from, to }, asOf));
  }
}

@Resolver(() => ContactRuleType)
export class ContactRuleResolver {
  @FieldResolver(() => CategoryType, {
    nullable: true,
    description: 'The category whose households it is for; null for every household.',
  })
  async category(@Ctx() ctx: Context, @Root() { townId, categoryUuid }: ContactRuleType): Promise<CategoryType | null> {
    if (categoryUuid === null) return null;
    const categories = await (await ctx.readTown(townId)).load(categoriesOfTowns, townId);
    return categories.find(({ uuid }) => uuid === categoryUuid) ?? null;
  }
}
