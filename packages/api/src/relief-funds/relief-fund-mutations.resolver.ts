import { Ctx, Mutation, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { adjustReliefFund, closeReliefFund, openReliefFund } from './keep-funds.ts';
import {
  AdjustReliefFundInput,
  CloseReliefFundInput,
  OpenReliefFundInput,
  ReliefFundPayload,
} from './relief-fund.input.ts';
import type { ReliefFundType } from './relief-fund.type.ts';

@Resolver()
export class ReliefFundMutations {
  @Mutation(() => ReliefFundPayload, { description: 'Opens a fund of relief 帮困资金.' })
  async openReliefFund(
    @Ctx() ctx: Context,
    @Input(() => OpenReliefFundInput) input: OpenReliefFundInput,
  ): Promise<ReliefFundPayload> {
    const { townId } = await getTownFor(ctx, 'relief:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'openReliefFund', input, async (desk) => ({
      fund: await openReliefFund(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => ReliefFundPayload, { description: 'Makes a fund more or less 调整预算, with the reason.' })
  adjustReliefFund(
    @Ctx() ctx: Context,
    @Input(() => AdjustReliefFundInput) input: AdjustReliefFundInput,
  ): Promise<ReliefFundPayload> {
    return this.#change(ctx, 'adjustReliefFund', input, (desk) => adjustReliefFund(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefFundPayload, { description: 'Closes a fund. What was granted of it can still be paid.' })
  closeReliefFund(
    @Ctx() ctx: Context,
    @Input(() => CloseReliefFundInput) input: CloseReliefFundInput,
  ): Promise<ReliefFundPayload> {
    return this.#change(ctx, 'closeReliefFund', input, (desk) => closeReliefFund(desk, input));
  }

  /** Changes a fund, for whoever settles funds in its town. Errors: NOT_FOUND on input.fund. */
  #change(
    ctx: Context,
    operation: string,
    input: Keyed & { fund: string },
    work: (desk: Desk) => Promise<ReliefFundType>,
  ): Promise<ReliefFundPayload> {
    const { townId } = requireId(input.fund, 'ReliefFund', 'input.fund');
    if (!reachesTown(ctx.signedIn, 'relief:configure', townId)) throw notFound('input.fund');
    return ctx.changeTown(townId, 'input.fund', operation, input, async (desk) => ({ fund: await work(desk) }));
  }
}
