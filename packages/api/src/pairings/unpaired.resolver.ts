import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { HouseholdCategoryType } from '../categories/category.type.ts';
import type { Context } from '../context.ts';
import { loadOnce } from '../db/load-once.ts';
import { householdSeen } from '../households/find-household.ts';
import { HouseholdType } from '../households/household.type.ts';
import { deskOfHousehold } from '../households/of-household.ts';
import type { Connection } from '../schema/connection.ts';
import { TownType } from '../towns/town.type.ts';
import { listUnpaired } from './unpaired.ts';
import { UnpairedArgs, UnpairedHouseholdConnectionType, UnpairedHouseholdType } from './unpaired.type.ts';

@Resolver(() => TownType)
export class TownUnpairedResolver {
  @FieldResolver(() => UnpairedHouseholdConnectionType, {
    nullable: true,
    description:
      'The households within the viewer’s reach that are today in a category for which a kind is, and have no pairing of it 应结对未结对, block by block. `beginPairing` mends it. Null where the viewer sees no pairings in the town.',
  })
  async unpairedHouseholds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Args(() => UnpairedArgs) args: UnpairedArgs,
  ): Promise<Connection<UnpairedHouseholdType> | null> {
    const desk = await ctx.readTownFor('pairing:read', townId);
    if (!desk) return null;
    return loadOnce(desk, ['unpairedHouseholds', args], () => listUnpaired(desk, ctx, args));
  }
}

@Resolver(() => UnpairedHouseholdType)
export class UnpairedHouseholdResolver {
  @FieldResolver(() => HouseholdType, {
    nullable: true,
    description: 'The household; null where the viewer sees no households.',
  })
  household(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid }: UnpairedHouseholdType,
  ): Promise<HouseholdType | null> {
    return householdSeen(ctx, townId, householdUuid);
  }

  @FieldResolver(() => [HouseholdCategoryType], {
    nullable: true,
    description:
      'Why: the categories that it is in today and for which the kind is. Null where the viewer sees no categories of it.',
  })
  async because(
    @Ctx() ctx: Context,
    @Root() { townId, householdUuid: uuid, because }: UnpairedHouseholdType,
  ): Promise<HouseholdCategoryType[] | null> {
    return (await deskOfHousehold(ctx, 'category:read', { townId, uuid })) ? because : null;
  }
}
