import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import { requireUnsuppressed } from '../access/small-numbers.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitsById } from '../units/find-unit.ts';
import { townTrees } from '../units/town-tree.ts';
import { BlockType, type UnitType } from '../units/unit.type.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitWayEnum } from '../visits/visit.type.ts';
import { ContactRuleEffectType, ContactRulePreviewType } from './due-household.type.ts';
import { previewRule, sumOf } from './preview-rule.ts';
import { readRule } from './read-rule.ts';

@ArgsType()
class PreviewArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'The category whose households it is for; every household unless told.',
  })
  category?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'As in `setContactRule`. Without it and the days: what ending it changes.',
  })
  everyMonths?: number | null;
  @Field(() => Int, { nullable: true, description: 'As in `setContactRule`.' })
  firstWithinDays?: number | null;
  @Field(() => [VisitWayEnum], {
    defaultValue: ['AT_HOME', 'TELEPHONE', 'APPOINTMENT'],
    description: 'The ways in which a contact counts; each unless told.',
  })
  ways: VisitWay[];
  @Field(() => DateScalar, { nullable: true, description: 'The first day of the rule; today unless told.' })
  from?: string | null;
}

@Resolver(() => TownType)
export class TownPreviewResolver {
  @FieldResolver(() => ContactRulePreviewType, {
    nullable: true,
    description:
      'How many households would become due by a contact rule, or be due no more, before it is settled. Null where the viewer settles none in this town; FORBIDDEN to an application that may not read its households, visits and categories.',
  })
  async previewContactRule(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => PreviewArgs) args: PreviewArgs,
  ): Promise<ContactRulePreviewType | null> {
    const from = dayOfChange(args.from, ctx.today, 'from');
    const desk = await ctx.readTownFor('town:configure', townId);
    if (!desk) return null;
    // It counts households by what they are and how they are visited, block by block.
    if (!reachesTown(ctx.signedIn, 'category:read', townId)) throw forbidden(['category:read'], { town: townId });
    requireUnsuppressed(ctx.signedIn, 'household:count', townId);
    const category = args.category == null ? null : requireIdIn(townId, args.category, 'Category', 'category');
    const categories = await desk.load(categoriesOfTowns, townId);
    if (category !== null && !categories.some(({ uuid }) => uuid === category)) throw notFound('category');
    const ahead = from > ctx.today;
    const asOf = ahead ? from : ctx.today;
    const effects = await previewRule(desk, townId, { category, asks: asksOf(args) }, asOf);
    const { units } = await desk.load(townTrees, { townId, asOf });
    const blocks = units.flatMap(({ uuid: blockUuid }) => {
      const effect = effects.get(blockUuid);
      return effect && effect.become + effect.cease > 0 ? [{ townId, blockUuid, asOf, ...effect }] : [];
    });
    return { asOf, ...sumOf(effects.values()), blocks };
  }
}

/** What the proposed rule asks for; null where it asks for nothing. Errors: BAD_INPUT on the argument at fault. */
function asksOf(args: PreviewArgs) {
  if (args.everyMonths == null && args.firstWithinDays == null) return null;
  const { every_months: everyMonths, first_within_days: firstWithinDays, ways } = readRule(args, '');
  return { everyMonths, firstWithinDays, ways };
}

@Resolver(() => ContactRuleEffectType)
export class ContactRuleEffectResolver {
  @FieldResolver(() => BlockType, { description: 'The block, as it is on that day.' })
  async block(@Ctx() ctx: Context, @Root() effect: ContactRuleEffectType): Promise<UnitType> {
    const { townId, blockUuid: uuid, asOf } = effect;
    const block = await (await ctx.readTown(townId)).load(unitsById, { townId, asOf, uuid });
    if (!block) throw notFound();
    return block;
  }
}
