import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { holdsIn, requireIn } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { FigureType } from '../figures/figure.type.ts';
import { numberOf } from '../indicators/number-of.ts';
import { organizationKindsOf } from '../organizations/organization-lists.ts';
import { DerivedNumberType } from '../reported-figures/derived.type.ts';
import { isBeside } from '../reported-figures/reported-period.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { unitAsked } from '../units/find-unit.ts';
import { SnapshotFigureArgs, SnapshotFiguresArgs, SnapshotsArgs } from './figure-snapshot.input.ts';
import {
  FigureSnapshotConnectionType,
  FigureSnapshotType,
  SnapshotFigureConnectionType,
  SnapshotFigureType,
} from './figure-snapshot.type.ts';
import { figureIn, figuresIn, getSnapshot, hasChanged, todayOf } from './snapshot-figures.ts';
import { snapshotsOfTowns } from './snapshot-rows.ts';

@Resolver(() => TownType)
export class TownSnapshotsResolver {
  @FieldResolver(() => FigureSnapshotConnectionType, {
    nullable: true,
    description:
      'The closings of the town’s periods 封存, also those whose period was opened again: the latest period first. FORBIDDEN where the viewer may not see them.',
  })
  async figureSnapshots(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => SnapshotsArgs) { length, stands, ...args }: SnapshotsArgs,
  ): Promise<Connection<FigureSnapshotType>> {
    requireIn(ctx.signedIn, townId, ['figure:read']);
    const all = await (await ctx.readTown(townId)).load(snapshotsOfTowns, townId);
    const some = all.filter(
      (each) => (length == null || each.length === length) && (stands == null || (each.reopenedAt === null) === stands),
    );
    return pageOf(some, args, ({ uuid }) => uuid);
  }
}

@Resolver(() => FigureSnapshotType)
export class FigureSnapshotResolver {
  @Query(() => FigureSnapshotType, {
    nullable: true,
    description:
      'The closing of a period by its id, which answers the same for ever, also when the period was opened again. NOT_FOUND where it is not open to the viewer.',
  })
  figureSnapshot(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the snapshot.' }) id: string,
  ): Promise<FigureSnapshotType> {
    return getSnapshot(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose period it is.' })
  async town(@Ctx() ctx: Context, @Root() { townId }: FigureSnapshotType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who closed it, as the town knows them.' })
  closedBy(@Ctx() ctx: Context, @Root() { townId, closedById }: FigureSnapshotType): Promise<string | null> {
    return accountName(ctx, townId, closedById);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who opened it again, as the town knows them.' })
  reopenedBy(@Ctx() ctx: Context, @Root() { townId, reopenedById }: FigureSnapshotType): Promise<string | null> {
    return accountName(ctx, townId, reopenedById);
  }

  @FieldResolver(() => SnapshotFigureType, {
    nullable: true,
    description:
      'One figure of the whole town, of a unit or of a kind of organisations. Null where the snapshot keeps none: the unit was not there on the last day, or the indicator is not asked of its kind or was not known. NOT_FOUND on `unit` or `organizationKind` for what is not of the town.',
  })
  async figure(
    @Ctx() ctx: Context,
    @Root() snapshot: FigureSnapshotType,
    @Args(() => SnapshotFigureArgs) { indicator, unit, organizationKind }: SnapshotFigureArgs,
  ): Promise<SnapshotFigureType | null> {
    const { townId } = snapshot;
    const desk = await ctx.readTown(townId);
    const uuid = await unitAsked(desk, townId, unit);
    const kind = organizationKind == null ? null : await kindNamed(desk, townId, organizationKind);
    return (await figureIn(ctx, snapshot, { indicator, unit: uuid, kind })) ?? null;
  }

  @FieldResolver(() => SnapshotFigureConnectionType, {
    description:
      'The figures that it keeps: the whole town’s, then those of the units down the tree, then those of the kinds of organisations.',
  })
  figures(
    @Ctx() ctx: Context,
    @Root() snapshot: FigureSnapshotType,
    @Args(() => SnapshotFiguresArgs) args: SnapshotFiguresArgs,
  ): Promise<Connection<SnapshotFigureType>> {
    return figuresIn(ctx, snapshot, args);
  }
}

async function kindNamed(desk: Desk, townId: number, id: string): Promise<string> {
  const uuid = requireIdIn(townId, id, 'OrganizationKind', 'organizationKind');
  const kinds = await desk.load(organizationKindsOf, townId);
  if (!kinds.some((each) => each.uuid === uuid)) throw notFound('organizationKind');
  return uuid;
}

@Resolver(() => SnapshotFigureType)
export class SnapshotFigureResolver {
  @FieldResolver(() => DerivedNumberType, {
    description:
      'What the records give today for the same: what was corrected, moved or recorded late since shows as a difference.',
  })
  async today(@Ctx() ctx: Context, @Root() figure: SnapshotFigureType): Promise<DerivedNumberType> {
    const { count, total } = await todayOf(ctx, figure);
    return numberOf(figure.indicator, count, total, figure.suppresses);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the records give another number today than what is kept.' })
  changed(@Ctx() ctx: Context, @Root() figure: SnapshotFigureType): Promise<boolean> {
    return hasChanged(ctx, figure);
  }
}

@Resolver(() => FigureType)
export class FigureClosedResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'The snapshot that keeps it, where its period is closed: `figureSnapshot` answers the same for ever. Null where the period is not closed.',
  })
  async snapshot(@Ctx() ctx: Context, @Root() figure: FigureType): Promise<string | null> {
    return (await closedOf(ctx, figure))?.snapshot ?? null;
  }

  @FieldResolver(() => SnapshotFigureType, {
    nullable: true,
    description:
      'The same as its closed period keeps it, for the units of the last day, on whichever basis it is asked: the last closing that stands of a period with just these days, or of a stock one that ends on its day. Null where there is none.',
  })
  async closed(@Ctx() ctx: Context, @Root() figure: FigureType): Promise<SnapshotFigureType | null> {
    return (await closedOf(ctx, figure)) ?? null;
  }
}

async function closedOf(ctx: Context, figure: FigureType): Promise<SnapshotFigureType | undefined> {
  const { townId, indicator, unitUuid: unit } = figure;
  if (!holdsIn(ctx.signedIn, 'figure:read', townId)) return undefined;
  const standing = (await (await ctx.readTown(townId)).load(snapshotsOfTowns, townId))
    .filter(({ reopenedAt, period }) => reopenedAt === null && isBeside(figure, period, ctx.today))
    .sort((a, b) => b.closedAt.getTime() - a.closedAt.getTime());
  return standing[0] && figureIn(ctx, standing[0], { indicator: indicator.code, unit, kind: null });
}
