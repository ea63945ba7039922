import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { PartnerType } from '../people/person.type.ts';
import { partnersById } from '../people/person-rows.ts';
import { MoneyScalar, sumOf } from '../schema/money.ts';
import { ProgrammeGiftType } from './gift.type.ts';
import { giftsOf, partnersOfProgrammes } from './gift-rows.ts';
import { ProgrammeType } from './programme.type.ts';

@Resolver(() => ProgrammeType)
export class ProgrammeGiftsResolver {
  @FieldResolver(() => [PartnerType], {
    description: 'The partner organisations 共建单位 with which the town holds it.',
  })
  async partners(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<PartnerType[]> {
    const desk = await ctx.readTown(townId);
    const named = await desk.load(partnersOfProgrammes, { townId, uuid });
    const partners = await Promise.all(named.map((each) => desk.load(partnersById, { townId, uuid: each })));
    return partners.flatMap((partner) => partner ?? []);
  }

  @FieldResolver(() => [ProgrammeGiftType], {
    description: 'What was given for it 捐赠, the first day first, what was withdrawn among it.',
  })
  async gifts(@Ctx() ctx: Context, @Root() { townId, uuid }: ProgrammeType): Promise<ProgrammeGiftType[]> {
    return (await ctx.readTown(townId)).load(giftsOf, { townId, uuid });
  }

  @FieldResolver(() => MoneyScalar, { description: 'How much money was given for it in all, withdrawn gifts aside.' })
  donated(@Ctx() ctx: Context, @Root() programme: ProgrammeType): Promise<number> {
    return sumOfGifts(ctx, programme, ({ amount }) => amount);
  }

  @FieldResolver(() => MoneyScalar, {
    description: 'What the goods that were given for it are worth in all, as far as it is said, withdrawn gifts aside.',
  })
  donatedWorth(@Ctx() ctx: Context, @Root() programme: ProgrammeType): Promise<number> {
    return sumOfGifts(ctx, programme, ({ worth }) => worth);
  }
}

async function sumOfGifts(
  ctx: Context,
  { townId, uuid }: ProgrammeType,
  which: (gift: ProgrammeGiftType) => number | null,
): Promise<number> {
  const gifts = await (await ctx.readTown(townId)).load(giftsOf, { townId, uuid });
  const standing = gifts.filter(({ withdrawnAt }) => withdrawnAt === null);
  return sumOf(standing.map((gift) => ({ amount: which(gift) ?? 0 })));
}

@Resolver(() => ProgrammeGiftType)
export class ProgrammeGiftResolver {
  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: 'The partner organisation that gave it; null for people who are not named.',
  })
  async partner(
    @Ctx() ctx: Context,
    @Root() { townId, partnerUuid: uuid }: ProgrammeGiftType,
  ): Promise<PartnerType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(partnersById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ProgrammeGiftType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}
