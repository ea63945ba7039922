import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PermissionEnum, permissionName } from '../access/permission.type.ts';
import { permissionsAt } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { townsById } from '../towns/read-towns.ts';
import { TownType } from '../towns/town.type.ts';
import { getUnit, placeOf, unitNamed, unitsAbove, unitsById } from './find-unit.ts';
import { townTrees } from './town-tree.ts';
import { UnitConnectionType, UnitType, UnitVersionType } from './unit.type.ts';
import { versionsOfUnits } from './unit-versions.ts';

const asOfHint = 'The day on which to look; the day `asOf` of this object unless told.';

@ArgsType()
class UnitArgs {
  @Field(() => ID, { description: 'The global id of the unit.' })
  id: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to show it; today unless told.' })
  asOf?: string | null;
}

@ArgsType()
export class ChildrenArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: asOfHint })
  asOf?: string | null;
}

@Resolver(() => UnitType)
export class UnitResolver {
  @Query(() => UnitType, {
    nullable: true,
    description: 'A unit by its id. NOT_FOUND where it is not open to the viewer or did not exist on that day.',
  })
  unit(@Ctx() ctx: Context, @Args(() => UnitArgs) args: UnitArgs): Promise<UnitType> {
    return getUnit(ctx, args.id, args.asOf ?? ctx.today);
  }

  @FieldResolver(() => TownType, { description: 'The town that the unit belongs to.' })
  async town(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<TownType> {
    const desk = await ctx.readRegister();
    const town = await desk.load(townsById, { townId: unit.townId, asOf: unit.asOf });
    if (!town) throw notFound();
    return town;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit above it; null directly under the town.' })
  async parent(
    @Ctx() ctx: Context,
    @Root() unit: UnitType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<UnitType | null> {
    const desk = await ctx.readTown(unit.townId);
    const day = asOf ?? unit.asOf;
    const self = await desk.load(unitsById, { townId: unit.townId, asOf: day, uuid: unit.uuid });
    if (!self?.parentUuid || self.validFrom > day) return null;
    return (await desk.load(unitsById, { townId: unit.townId, asOf: day, uuid: self.parentUuid })) ?? null;
  }

  @FieldResolver(() => [UnitType], { description: 'The units above it, nearest first.' })
  async ancestors(
    @Ctx() ctx: Context,
    @Root() unit: UnitType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: asOfHint }) asOf?: string | null,
  ): Promise<UnitType[]> {
    const desk = await ctx.readTown(unit.townId);
    return unitsAbove(desk, { townId: unit.townId, asOf: asOf ?? unit.asOf, uuid: unit.uuid });
  }

  @FieldResolver(() => UnitConnectionType, { description: 'The units directly under it, in the tree’s order.' })
  async children(
    @Ctx() ctx: Context,
    @Root() unit: UnitType,
    @Args(() => ChildrenArgs) args: ChildrenArgs,
  ): Promise<Connection<UnitType>> {
    const desk = await ctx.readTown(unit.townId);
    const tree = await desk.load(townTrees, { townId: unit.townId, asOf: args.asOf ?? unit.asOf });
    return pageOf(tree.children(unit.uuid), args, (child) => child.uuid);
  }

  @FieldResolver(() => [UnitVersionType], {
    description: 'What it was called and where it stood, period by period, oldest first.',
  })
  async versions(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<UnitVersionType[]> {
    return (await ctx.readTown(unit.townId)).load(versionsOfUnits, { townId: unit.townId, uuid: unit.uuid });
  }

  @FieldResolver(() => [PermissionEnum], { description: 'What the viewer may do with this unit.' })
  async viewerCan(@Ctx() ctx: Context, @Root() unit: UnitType): Promise<string[]> {
    const desk = await ctx.readTown(unit.townId);
    return permissionsAt(ctx.signedIn, await placeOf(desk, unit)).map(permissionName);
  }
}

@Resolver(() => UnitVersionType)
export class UnitVersionResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit above it at the beginning of the period.' })
  parent(@Ctx() ctx: Context, @Root() { townId, parentUuid, validFrom }: UnitVersionType): Promise<UnitType | null> {
    return unitNamed(ctx, townId, parentUuid, validFrom);
  }
}
