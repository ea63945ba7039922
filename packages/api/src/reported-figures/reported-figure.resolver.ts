import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireIn } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { FigureType } from '../figures/figure.type.ts';
import { getIndicator, lastDay } from '../figures/indicators.ts';
import { nothing, numberOf } from '../indicators/number-of.ts';
import { OrganizationKindType } from '../organizations/organization.type.ts';
import { organizationKindsOf } from '../organizations/organization-lists.ts';
import { UnitLabelType } from '../restructurings/difference.type.ts';
import { labelsOf } from '../restructurings/present-difference.ts';
import type { Connection } from '../schema/connection.ts';
import { DecimalScalar } from '../schema/scalars.ts';
import { townOfId, visibleTowns } from '../towns/find-town.ts';
import { DistrictType, TownType } from '../towns/town.type.ts';
import { timelineOf } from '../units/timeline.ts';
import { DerivedNumberType } from './derived.type.ts';
import { bearsOut, countsDerived, derivedFor, getReported, listReported, suppressedFor } from './list-reported.ts';
import { differenceOf } from './qualifiers.ts';
import { ReportedFiguresArgs } from './reported-figure.input.ts';
import { ReportedFigureConnectionType, ReportedFigureType, ReportedFigureVersionType } from './reported-figure.type.ts';
import { isBeside } from './reported-period.ts';
import { reportedOfTowns, versionsOfReported } from './reported-rows.ts';
import { writingOf } from './reported-value.ts';

@Resolver(() => TownType)
export class TownReportedResolver {
  @FieldResolver(() => ReportedFigureConnectionType, {
    nullable: true,
    description:
      'What the town has published 上报数, beside what its records give, the latest period first. FORBIDDEN where the viewer may not see it.',
  })
  reportedFigures(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => ReportedFiguresArgs) args: ReportedFiguresArgs,
  ): Promise<Connection<ReportedFigureType>> {
    requireIn(ctx.signedIn, townId, ['figure:read']);
    return listReported(ctx, [townId], args);
  }
}

@Resolver(() => DistrictType)
export class DistrictReportedResolver {
  @FieldResolver(() => ReportedFigureConnectionType, {
    nullable: true,
    description:
      'What the towns of the district that the viewer may see have published, town by town in the register’s order, the latest period first. FORBIDDEN where the viewer may not see it of one of them.',
  })
  async reportedFigures(
    @Ctx() ctx: Context,
    @Root() { code }: DistrictType,
    @Args(() => ReportedFiguresArgs) args: ReportedFiguresArgs,
  ): Promise<Connection<ReportedFigureType>> {
    const towns = (await visibleTowns(ctx))
      .filter(({ districtCode, status }) => districtCode === code && status === 'ACTIVE')
      .map(({ townId }) => townId);
    for (const town of towns) requireIn(ctx.signedIn, town, ['figure:read']);
    return listReported(ctx, towns, args);
  }
}

@Resolver(() => FigureType)
export class FigureReportedResolver {
  @FieldResolver(() => [ReportedFigureType], {
    description:
      'What the town has published of the same indicator and unit and the same period, or of a period that ends with the day of a stock.',
  })
  async reported(@Ctx() ctx: Context, @Root() figure: FigureType): Promise<ReportedFigureType[]> {
    const { townId, unitUuid, indicator } = figure;
    requireIn(ctx.signedIn, townId, ['figure:read']);
    const all = await (await ctx.readTown(townId)).load(reportedOfTowns, townId);
    return all.filter(
      (each) =>
        each.withdrawnAt === null &&
        each.kindUuid === null &&
        each.unitUuid === unitUuid &&
        each.indicator.code === indicator.code &&
        isBeside(figure, each.period, ctx.today),
    );
  }
}

@Resolver(() => ReportedFigureType)
export class ReportedFigureResolver {
  @Query(() => ReportedFigureType, {
    nullable: true,
    description:
      'A reported figure by its id, also one that was withdrawn. NOT_FOUND where it is not open to the viewer.',
  })
  reportedFigure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the reported figure.' }) id: string,
  ): Promise<ReportedFigureType> {
    return getReported(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town that has published it.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: ReportedFigureType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => UnitLabelType, {
    nullable: true,
    description: 'The unit that it is of, as it was at the end of the period; null for the whole town.',
  })
  async unit(
    @Ctx() ctx: Context,
    @Root() { townId, unitUuid, period }: ReportedFigureType,
  ): Promise<UnitLabelType | null> {
    if (unitUuid === null) return null;
    const timeline = await (await ctx.readTown(townId)).load(timelineOf, townId);
    return labelsOf(townId, timeline, lastDay(period, ctx.today))(unitUuid);
  }

  @FieldResolver(() => OrganizationKindType, {
    nullable: true,
    description: 'The kind of organisations that it is of; null for all, or for something else than organisations.',
  })
  async organizationKind(
    @Ctx() ctx: Context,
    @Root() { townId, kindUuid }: ReportedFigureType,
  ): Promise<OrganizationKindType | null> {
    if (kindUuid === null) return null;
    const kinds = await (await ctx.readTown(townId)).load(organizationKindsOf, townId);
    return kinds.find(({ uuid }) => uuid === kindUuid) ?? null;
  }

  @FieldResolver(() => DerivedNumberType, {
    description:
      'What the records give today for the same, for the units of the last day of the period; all null where the viewer may not count that in the town.',
  })
  async derived(@Ctx() ctx: Context, @Root() figure: ReportedFigureType): Promise<DerivedNumberType> {
    if (!countsDerived(ctx, figure)) return nothing;
    const { count, total } = await derivedFor(ctx, figure);
    return numberOf(figure.indicator, count, total, suppressedFor(ctx, figure));
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'By how much what the records give is more than the value: a whole number, or of a rate a part of one to six digits; negative where it is less, null where they give none, where the viewer may not count that, or where small numbers are suppressed.',
  })
  async difference(@Ctx() ctx: Context, @Root() figure: ReportedFigureType): Promise<string | null> {
    if (!countsDerived(ctx, figure) || suppressedFor(ctx, figure)) return null;
    const writing = writingOf(getIndicator(figure.indicator.code));
    return differenceOf(figure.value, writing, await derivedFor(ctx, figure));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether what the records give is what the qualifier says of the value; null where they give none, where the viewer may not count that, or where small numbers are suppressed. See `ReportedQualifier`.',
  })
  async holds(@Ctx() ctx: Context, @Root() figure: ReportedFigureType): Promise<boolean | null> {
    return bearsOut(ctx, figure, await derivedFor(ctx, figure));
  }

  @FieldResolver(() => [ReportedFigureVersionType], { description: 'All that it has said, the first one first.' })
  async versions(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: ReportedFigureType,
  ): Promise<ReportedFigureVersionType[]> {
    return (await ctx.readTown(townId)).load(versionsOfReported, { townId, uuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it so, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() figure: ReportedFigureType): Promise<string | null> {
    return accountName(ctx, figure.townId, figure.recordedById);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who withdrew it, as the town knows them.' })
  withdrawnBy(@Ctx() ctx: Context, @Root() figure: ReportedFigureType): Promise<string | null> {
    return accountName(ctx, figure.townId, figure.withdrawnById);
  }
}

@Resolver(() => ReportedFigureVersionType)
export class ReportedFigureVersionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it so, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() version: ReportedFigureVersionType): Promise<string | null> {
    return accountName(ctx, version.townId, version.recordedById);
  }
}
