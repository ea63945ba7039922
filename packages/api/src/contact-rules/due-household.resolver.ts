import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { CategoryType } from '../categories/category.type.ts';
import { categoriesOfTowns } from '../categories/find-category.ts';
import { showsCategory } from '../categories/shows-category.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import { say } from '../messages.ts';
import { visibleRequests } from '../requests/find-request.ts';
import { RequestType } from '../requests/request.type.ts';
import { requestsOfHouseholds } from '../requests/requests-of-households.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { said } from '../visits/said.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { VisitType, VisitWayEnum } from '../visits/visit.type.ts';
import { lastVisitsUntil } from '../visits/visit-lists.ts';
import { ContactRuleType } from './contact-rule.type.ts';
import { DueHouseholdConnectionType, DueHouseholdType, DueReasonType, ToBringType } from './due-household.type.ts';
import { dueHouseholds } from './due-households.ts';
import { blocksInScope } from './due-scope.ts';

@ArgsType()
class DueArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'A unit: the households of all geographic blocks under it, or of the block, be it of an overlay.',
  })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'A team: the households of its block.' })
  team?: string | null;
  @Field(() => ID, { nullable: true, description: 'A person: the households of the blocks of their teams.' })
  person?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day as of which rules, categories and visits are looked at; the town’s `asOf` unless told.',
  })
  asOf?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Those that are due by this day; `asOf` unless told.' })
  dueBy?: string | null;
}

@Resolver(() => TownType)
export class TownDueResolver {
  @FieldResolver(() => DueHouseholdConnectionType, {
    nullable: true,
    description:
      'The households to contact 应走访名单, those first that have been due longest: of a unit, a team or a person, or all that the viewer sees. Null where the viewer sees no households there.',
  })
  async dueHouseholds(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => DueArgs) args: DueArgs,
  ): Promise<Connection<DueHouseholdType> | null> {
    const { townId } = town;
    const asOf = args.asOf ?? town.asOf;
    const dueBy = args.dueBy ?? asOf;
    if (dueBy < asOf) throw badInput('dueBy', 'dateBeforeBeginning', { date: asOf });
    const desk = await ctx.readTownFor('category:read', townId);
    const blocks = desk && (await blocksInScope(desk, ctx.signedIn, townId, asOf, args));
    if (!desk || blocks === undefined) return null;
    const due = await dueHouseholds(desk, ctx.signedIn, { townId, blocks, asOf, dueBy });
    return pageOf(due, args, ({ household }) => household.uuid);
  }
}

@Resolver(() => DueHouseholdType)
export class DueHouseholdResolver {
  @FieldResolver(() => VisitType, {
    nullable: true,
    description: 'The last visit up to the day `asOf`; null where there was none, or the viewer sees no visits there.',
  })
  async lastVisit(@Ctx() ctx: Context, @Root() due: DueHouseholdType): Promise<VisitType | null> {
    return (await lastVisitOf(ctx, due)) ?? null;
  }

  @FieldResolver(() => ToBringType, {
    description: 'What to bear in mind from the last visit, and what is still being handled.',
  })
  async toBring(@Ctx() ctx: Context, @Root() due: DueHouseholdType): Promise<ToBringType> {
    const { townId, household } = due;
    const versionUuid = (await lastVisitOf(ctx, due))?.versionUuid ?? null;
    return { townId, householdUuid: household.uuid, versionUuid };
  }
}

/** The last visit to a household, as far as the viewer sees visits to it. */
async function lastVisitOf(ctx: Context, { townId, asOf, household: { uuid } }: DueHouseholdType) {
  const desk = await deskOfHousehold(ctx, 'visit:read', { townId, uuid });
  return desk?.load(lastVisitsUntil, { townId, uuid, asOf });
}

@Resolver(() => ToBringType)
export class ToBringResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the residents asked for at the last visit 诉求; null where there was none, and without `@purpose`.',
  })
  demand(@Ctx() ctx: Context, @Root() { townId, versionUuid: uuid }: ToBringType): Promise<string | null> | null {
    return uuid === null ? null : said(ctx, { townId, uuid }, 'Visit', 'demand');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What came of it and was left to do 结果; null where nothing was noted, and without `@purpose`.',
  })
  outcome(@Ctx() ctx: Context, @Root() { townId, versionUuid: uuid }: ToBringType): Promise<string | null> | null {
    return uuid === null ? null : said(ctx, { townId, uuid }, 'Visit', 'outcome');
  }

  @FieldResolver(() => [RequestType], {
    nullable: true,
    description:
      'What concerns the household and is not closed yet 未结诉求, the latest first, to be asked about or followed up. Null for a viewer who sees no requests there.',
  })
  async requests(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid: uuid }: ToBringType,
  ): Promise<RequestType[] | null> {
    const desk = await ctx.readTownFor('request:read', townId);
    if (!desk) return null;
    const all = await desk.load(requestsOfHouseholds, { townId, uuid });
    const open = all.filter(({ state }) => state !== 'CLOSED' && state !== 'WITHDRAWN');
    return visibleRequests(desk, ctx.signedIn, open);
  }
}

@Resolver(() => DueReasonType)
export class DueReasonResolver {
  @FieldResolver(() => CategoryType, {
    nullable: true,
    description:
      'The category because of which; null where it is not because of any, and of a sensitive one without `@purpose`.',
  })
  async category(@Ctx() ctx: Context, @Root() reason: DueReasonType): Promise<CategoryType | null> {
    return shows(ctx, reason, 'category') ? categoryOf(ctx, reason) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The category’s name; 敏感类别 (sensitive category) in the place of a sensitive one without `@purpose`; null where every household is to be contacted.',
  })
  async name(@Ctx() ctx: Context, @Root() reason: DueReasonType): Promise<string | null> {
    if (shows(ctx, reason, 'name')) return (await categoryOf(ctx, reason))?.name ?? null;
    return say(ctx.language, 'sensitiveCategory');
  }

  @FieldResolver(() => ContactRuleType, {
    nullable: true,
    description: 'The rule; of a sensitive category null without `@purpose`.',
  })
  rule(@Ctx() ctx: Context, @Root() reason: DueReasonType): ContactRuleType | null {
    return shows(ctx, reason, 'category') ? reason.rule : null;
  }

  @FieldResolver(() => [VisitWayEnum], { description: 'The ways in which a contact counts.' })
  ways(@Root() { rule }: DueReasonType): VisitWay[] {
    return rule.ways;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What to bear in mind, as the rule says; of a sensitive category null without `@purpose`.',
  })
  note(@Ctx() ctx: Context, @Root() reason: DueReasonType): string | null {
    return shows(ctx, reason, 'category') ? reason.rule.note : null;
  }
}

/** Whether an answer may name the category because of which a household is due: of none there is nothing to hide. */
function shows(ctx: Context, { held }: DueReasonType, field: 'category' | 'name'): boolean {
  return held === null || showsCategory(ctx, held, `HouseholdCategory.${field}`);
}

async function categoryOf(ctx: Context, { townId, held }: DueReasonType): Promise<CategoryType | null> {
  if (held === null) return null;
  const categories = await (await ctx.readTown(townId)).load(categoriesOfTowns, townId);
  return categories.find(({ uuid }) => uuid === held.categoryUuid) ?? null;
}
