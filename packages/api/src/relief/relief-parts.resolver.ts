import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { fundsById } from '../relief-funds/fund-rows.ts';
import { ReliefFundType } from '../relief-funds/relief-fund.type.ts';
import { ReliefEventType, ReliefGrantType } from './relief.type.ts';

@Resolver(() => ReliefGrantType)
export class ReliefGrantResolver {
  @FieldResolver(() => ReliefFundType, { description: 'The fund of which it is.' })
  async fund(@Ctx() ctx: Context, @Root() { townId, fundUuid }: ReliefGrantType): Promise<ReliefFundType> {
    const fund = await (await ctx.readTown(townId)).load(fundsById, { townId, uuid: fundUuid });
    if (!fund) throw notFound();
    return fund;
  }
}

@Resolver(() => ReliefEventType)
export class ReliefEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who took the step, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ReliefEventType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What was written with it: a note, or why; null without `@purpose`.',
  })
  text(@Ctx() ctx: Context, @Root() { townId, subject, textInFull }: ReliefEventType): string | null {
    if (textInFull === null) return null;
    return personal(ctx, townId, { subject, field: 'ReliefEvent.text' }) ? textInFull : null;
  }
}
