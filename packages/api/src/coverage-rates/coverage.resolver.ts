import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { requireIn } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import type { Basis } from '../indicators/basis.ts';
import { BasisEnum } from '../indicators/indicator.type.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { countedOrganizations, ratesOf } from './count-coverage.ts';
import {
  CoverageFilter,
  CoverageGroupType,
  CoverageRateEnum,
  CoverageType,
  type Dimension,
  DimensionEnum,
} from './coverage-rates.type.ts';
import { fits, readFilter } from './fits.ts';
import { GapConnectionType, type GapType } from './gap.type.ts';
import { groupsOf } from './groups.ts';
import type { CoverageRate } from './rates.ts';
import { recordsBegin } from './records-begin.ts';
import { visibleGaps } from './visible-gaps.ts';

@ArgsType()
export class CoverageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day of which it is; the town’s `asOf` unless told.' })
  on?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit to count under; the whole town unless told.' })
  unit?: string | null;
  @Field(() => CoverageFilter, { nullable: true, description: 'Which organisations; all unless told.' })
  filter?: CoverageFilter | null;
  @Field(() => BasisEnum, { defaultValue: 'AS_RECORDED', description: 'For the units of which day they count.' })
  basis: Basis;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day whose units they count for, on the basis AS_OF; the town’s `asOf` unless told.',
  })
  asOf?: string | null;
}

@ArgsType()
class GapArgs extends PageArgs {
  @Field(() => CoverageRateEnum, { description: 'The rate whose gaps to show.' })
  rate: CoverageRate;
}

@Resolver(() => TownType)
export class TownCoverageResolver {
  @FieldResolver(() => CoverageType, {
    nullable: true,
    description:
      'How far the Party covers the organisations of the town, or of a unit, on a day. FORBIDDEN where the viewer may not count it there.',
  })
  async coverage(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => CoverageArgs) args: CoverageArgs,
  ): Promise<CoverageType> {
    const { townId } = town;
    requireIn(ctx.signedIn, townId, ['coverage:count']);
    return coverageOf(await ctx.readTown(townId), town, args, ctx.today);
  }
}

/** The coverage that somebody asks for. Errors: NOT_FOUND on unit, or on what the filter names. */
async function coverageOf(
  desk: Desk,
  { townId, asOf: shown }: TownType,
  args: CoverageArgs,
  today: string,
): Promise<CoverageType> {
  const on = args.on ?? shown;
  const asOf = { AS_RECORDED: on, AS_OF: args.asOf ?? shown, RESTATED: today }[args.basis];
  const unitUuid = await unitAsked(desk, townId, args.unit);
  const filter = readFilter(townId, args.filter ?? {});
  const all = await desk.load(countedOrganizations, { townId, on, asOf });
  const counted = all.filter((each) => fits(each, unitUuid, filter));
  const rates = ratesOf(counted.map(({ organization }) => organization));
  const begin = (await desk.load(recordsBegin, townId)) ?? null;
  return { townId, unitUuid, counted, on, basis: args.basis, asOf, recordsBegin: begin, ...rates };
}

@Resolver(() => CoverageType)
export class CoverageResolver {
  @FieldResolver(() => [CoverageGroupType], { description: 'The same, told apart.' })
  async by(
    @Ctx() ctx: Context,
    @Root() coverage: CoverageType,
    @Arg('dimension', () => DimensionEnum, { description: 'By what.' }) dimension: Dimension,
  ): Promise<CoverageGroupType[]> {
    return groupsOf(await ctx.readTown(coverage.townId), coverage, dimension);
  }

  @FieldResolver(() => GapConnectionType, {
    nullable: true,
    description:
      'The organisations that a rate misses, as far as the viewer may see them, each with the reason and what would mend it: those first that can be mended most cheaply. Null where the viewer sees no organisations in the town.',
  })
  async gaps(
    @Ctx() ctx: Context,
    @Root() coverage: CoverageType,
    @Args(() => GapArgs) { rate, ...args }: GapArgs,
  ): Promise<Connection<GapType> | null> {
    const gaps = await visibleGaps(ctx, coverage, rate);
    return gaps && pageOf(gaps, args, ({ gap }) => gap.organization.id);
  }
}
