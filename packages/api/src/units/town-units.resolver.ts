import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { DateScalar } from '../schema/scalars.ts';
import { TownType, UnitCountType, UnitKindEnum } from '../towns/town.type.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { townTrees } from './town-tree.ts';
import { UnitConnectionType, UnitFilter, type UnitOrder, UnitOrderEnum, type UnitType } from './unit.type.ts';
import { unitCounts } from './unit-counts.ts';

@ArgsType()
class UnitsArgs extends PageArgs {
  @Field(() => UnitKindEnum, { nullable: true, description: 'Only units of this kind.' })
  kind?: UnitKind | null;
  @Field(() => ID, { nullable: true, description: 'Only units somewhere under this one.' })
  under?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to look; the town’s `asOf` unless told.' })
  asOf?: string | null;
  @Field(() => UnitFilter, { nullable: true, description: 'Which units to list.' })
  filter?: UnitFilter | null;
  @Field(() => UnitOrderEnum, { defaultValue: 'TREE', description: 'How to order them.' })
  orderBy: UnitOrder;
}

@Resolver(() => TownType)
export class TownUnitsResolver {
  @FieldResolver(() => [UnitCountType], {
    nullable: true,
    description: 'How many units of each kind the town has on the day `asOf`. Kinds without a unit are left out.',
  })
  async unitCounts(@Ctx() ctx: Context, @Root() town: TownType): Promise<UnitCountType[] | null> {
    const desk = await ctx.readTownFor('unit:count', town.townId);
    return desk ? desk.load(unitCounts, { townId: town.townId, asOf: town.asOf }) : null;
  }

  @FieldResolver(() => UnitConnectionType, { nullable: true, description: 'The units of the town.' })
  async units(
    @Ctx() ctx: Context,
    @Root() town: TownType,
    @Args(() => UnitsArgs) args: UnitsArgs,
  ): Promise<Connection<UnitType> | null> {
    const desk = await ctx.readTownFor('unit:read', town.townId);
    if (!desk) return null;
    const tree = await desk.load(townTrees, { townId: town.townId, asOf: args.asOf ?? town.asOf });
    const under = args.under == null ? null : requireIdIn(town.townId, args.under, 'Unit', 'under');
    if (under !== null && !tree.find(under)) throw notFound('under');
    const chosen = tree.subtree(under).filter((unit) => matches(unit, args));
    return pageOf(order(chosen, args.orderBy), args, (unit) => unit.uuid);
  }
}

function matches(unit: UnitType, { kind, filter }: UnitsArgs): boolean {
  if (kind != null && unit.kind !== kind) return false;
  if (filter?.status != null && unit.status !== filter.status) return false;
  const name = filter?.name?.trim();
  return !name || unit.name.includes(name) || (unit.code?.startsWith(name) ?? false);
}

function order(units: UnitType[], orderBy: UnitOrder): UnitType[] {
  if (orderBy === 'NAME') return units.sort((a, b) => byPinyin(a.name, b.name));
  if (orderBy === 'CODE') return units.sort((a, b) => byCode(a.code, b.code));
  return units;
}

function byCode(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
