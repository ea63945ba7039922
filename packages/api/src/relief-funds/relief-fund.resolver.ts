import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { MoneyScalar } from '../schema/money.ts';
import { townOfId } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { fundEntriesOf, fundsOf, getFund } from './fund-rows.ts';
import { ReliefFundEntryType, ReliefFundType } from './relief-fund.type.ts';

@Resolver(() => TownType)
export class TownReliefFundsResolver {
  @FieldResolver(() => [ReliefFundType], {
    nullable: true,
    description:
      'The town’s funds of relief 帮困资金, the latest year first, also those that are closed. Null where the viewer sees no relief in the town.',
  })
  async reliefFunds(
    @Ctx() ctx: Context,
    @Root() { townId }: TownType,
    @Arg('year', () => Int, { nullable: true, description: 'Of this year alone.' }) year?: number | null,
  ): Promise<ReliefFundType[] | null> {
    const funds = await (await ctx.readTownFor('relief:read', townId))?.load(fundsOf, townId);
    return funds?.filter((fund) => year == null || fund.year === year) ?? null;
  }
}

@Resolver(() => ReliefFundType)
export class ReliefFundResolver {
  @Query(() => ReliefFundType, {
    nullable: true,
    description: 'A fund of relief by its id. NOT_FOUND where it is not open to the viewer.',
  })
  reliefFund(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the fund.' }) id: string,
  ): Promise<ReliefFundType> {
    return getFund(ctx, id);
  }

  @FieldResolver(() => TownType, { description: 'The town whose fund it is.' })
  town(@Ctx() ctx: Context, @Root() { townId }: ReliefFundType): Promise<TownType> {
    return townOfId(ctx, townId);
  }

  @FieldResolver(() => MoneyScalar, { description: 'What is free: can still be granted 可用余额.' })
  free(@Root() { budget, committed }: ReliefFundType): number {
    return budget - committed;
  }

  @FieldResolver(() => [ReliefFundEntryType], {
    description: 'What it was opened with and by how much it became more or less, the first one first.',
  })
  async entries(@Ctx() ctx: Context, @Root() { townId, uuid }: ReliefFundType): Promise<ReliefFundEntryType[]> {
    return (await ctx.readTown(townId)).load(fundEntriesOf, { townId, uuid });
  }
}

@Resolver(() => ReliefFundEntryType)
export class ReliefFundEntryResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ReliefFundEntryType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
