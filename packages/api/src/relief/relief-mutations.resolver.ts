import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { applicationsById } from './application-rows.ts';
import { applyForRelief } from './apply-for-relief.ts';
import { approveRelief } from './approve-relief.ts';
import { endorseRelief, refuseRelief, withdrawRelief } from './decide-relief.ts';
import { cancelRelief, payRelief } from './pay-relief.ts';
import {
  ApplyForReliefInput,
  ApproveReliefInput,
  CancelReliefInput,
  EndorseReliefInput,
  PayReliefInput,
  RefuseReliefInput,
  ReliefPayload,
  WithdrawReliefInput,
} from './relief.input.ts';

@Resolver()
export class ReliefMutations {
  @Mutation(() => ReliefPayload, { description: 'Applies for relief 申请帮困 for a household.' })
  applyForRelief(
    @Ctx() ctx: Context,
    @Input(() => ApplyForReliefInput) input: ApplyForReliefInput,
  ): Promise<ReliefPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    return ctx.changeTown(townId, 'input.household', 'applyForRelief', input, async (desk) =>
      payloadOf(desk, await applyForRelief(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => ReliefPayload, {
    description: 'Endorses an application 审核: the first approval, by somebody who did not record it.',
  })
  endorseRelief(
    @Ctx() ctx: Context,
    @Input(() => EndorseReliefInput) input: EndorseReliefInput,
  ): Promise<ReliefPayload> {
    return step(ctx, 'endorseRelief', input, (desk) => endorseRelief(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefPayload, {
    description:
      'Approves an application 批准 with what is granted of which funds: the second approval, by somebody who neither recorded nor endorsed it.',
  })
  approveRelief(
    @Ctx() ctx: Context,
    @Input(() => ApproveReliefInput) input: ApproveReliefInput,
  ): Promise<ReliefPayload> {
    return step(ctx, 'approveRelief', input, (desk) => approveRelief(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefPayload, { description: 'Refuses an application 不予批准.' })
  refuseRelief(@Ctx() ctx: Context, @Input(() => RefuseReliefInput) input: RefuseReliefInput): Promise<ReliefPayload> {
    return step(ctx, 'refuseRelief', input, (desk) => refuseRelief(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefPayload, { description: 'Withdraws an application 撤回 that is not decided yet.' })
  withdrawRelief(
    @Ctx() ctx: Context,
    @Input(() => WithdrawReliefInput) input: WithdrawReliefInput,
  ): Promise<ReliefPayload> {
    return step(ctx, 'withdrawRelief', input, (desk) => withdrawRelief(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefPayload, { description: 'Puts down that grants were paid 发放, each once.' })
  payRelief(@Ctx() ctx: Context, @Input(() => PayReliefInput) input: PayReliefInput): Promise<ReliefPayload> {
    return step(ctx, 'payRelief', input, (desk) => payRelief(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefPayload, {
    description: 'Takes back the grants of an application 撤销 that are not paid: they are free in their funds again.',
  })
  cancelRelief(@Ctx() ctx: Context, @Input(() => CancelReliefInput) input: CancelReliefInput): Promise<ReliefPayload> {
    return step(ctx, 'cancelRelief', input, (desk) => cancelRelief(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the application that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { reliefApplication: string },
  work: (desk: Desk) => Promise<string>,
): Promise<ReliefPayload> {
  const field = 'input.reliefApplication';
  const { townId } = requireId(input.reliefApplication, 'ReliefApplication', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<ReliefPayload> {
  desk.forget();
  const reliefApplication = await desk.load(applicationsById, { townId: desk.town, uuid });
  if (!reliefApplication) throw notFound('input.reliefApplication');
  return { reliefApplication };
}
