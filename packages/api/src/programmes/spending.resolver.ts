import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { toldTo } from '../indicators/told-to.ts';
import { MoneyScalar, sumOf } from '../schema/money.ts';
import { peopleWhoCame } from './attendance-rows.ts';
import { ProgrammeType } from './programme.type.ts';
import { ProgrammeSpendingType } from './spending.type.ts';
import { spendingsOf } from './spending-rows.ts';
import { toldOf } from './told-of.ts';

@Resolver(() => ProgrammeType)
export class ProgrammeSpendingsResolver {
  @FieldResolver(() => [ProgrammeSpendingType], { description: 'What was spent for it 支出, the first day first.' })
  async spendings(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<ProgrammeSpendingType[]> {
    return (await ctx.readTown(townId)).load(spendingsOf, { townId, uuid });
  }

  @FieldResolver(() => MoneyScalar, { description: 'What was spent for it in all.' })
  async spent(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<number> {
    return sumOf(await (await ctx.readTown(townId)).load(spendingsOf, { townId, uuid }));
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description:
      'What it is to cost for those who have places: `costPerHead` for each. Null where that is not said, and to an application where it is not told how many have places.',
  })
  async expectedCost(
    @Ctx() ctx: Context,
    @Root() { townId, uuid, costPerHead }: ProgrammeType,
  ): Promise<number | null> {
    if (costPerHead === null) return null;
    const told = await toldOf(ctx, { townId, uuid }, ({ enrolled }) => enrolled);
    return told === null ? null : costPerHead * told;
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description:
      'What was spent for each who came to a session of it at least 人均支出, whole fen. Null while nothing is recorded of anybody, and to an application where it is not told how many came.',
  })
  async spentPerHead(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<number | null> {
    const desk = await ctx.readTown(townId);
    const [spendings, came] = await Promise.all([
      desk.load(spendingsOf, { townId, uuid }),
      desk.load(peopleWhoCame, { townId, uuid }),
    ]);
    const told = toldTo(ctx.signedIn, 'programme:read', townId)(came);
    return told === null || told === 0 ? null : Math.round(sumOf(spendings) / told);
  }
}

@Resolver(() => ProgrammeSpendingType)
export class ProgrammeSpendingResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeSpendingType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
