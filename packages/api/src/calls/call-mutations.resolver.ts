import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { answerCall, followUpCall, tryCaller } from './answer-call.ts';
import {
  AnswerCallInput,
  CallPayload,
  FollowUpCallInput,
  RecordCallInput,
  RecordMissedCallInput,
  ReviseCallInput,
  TryCallerInput,
  WithdrawCallInput,
} from './call.input.ts';
import { callsById } from './call-rows.ts';
import { recordCall, recordMissedCall } from './record-call.ts';
import { reviseCall, withdrawCall } from './revise-call.ts';

@Resolver()
export class CallMutations {
  @Mutation(() => CallPayload, {
    description: 'Records a call 来电 that somebody took: answered at once 当场答复, or passed on as requests 转诉求.',
  })
  recordCall(@Ctx() ctx: Context, @Input(() => RecordCallInput) input: RecordCallInput): Promise<CallPayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'recordCall', input, async (desk) =>
      payloadOf(desk, await recordCall(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => CallPayload, { description: 'Records a call that nobody took 未接来电, to be called back.' })
  recordMissedCall(
    @Ctx() ctx: Context,
    @Input(() => RecordMissedCallInput) input: RecordMissedCallInput,
  ): Promise<CallPayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'recordMissedCall', input, async (desk) =>
      payloadOf(desk, await recordMissedCall(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => CallPayload, {
    description:
      'Answers a call: a missed one by calling back 回电, one with whose answer somebody was dissatisfied again, or any with further requests.',
  })
  answerCall(@Ctx() ctx: Context, @Input(() => AnswerCallInput) input: AnswerCallInput): Promise<CallPayload> {
    return step(ctx, 'answerCall', input, (desk) => answerCall(desk, ctx.signedIn, input));
  }

  @Mutation(() => CallPayload, { description: 'Notes that a caller was not reached, so that it is tried again.' })
  tryCaller(@Ctx() ctx: Context, @Input(() => TryCallerInput) input: TryCallerInput): Promise<CallPayload> {
    return step(ctx, 'tryCaller', input, (desk) => tryCaller(desk, ctx.signedIn, input));
  }

  @Mutation(() => CallPayload, {
    description:
      'Follows the answer to a call up 回访: it is closed, or, where somebody is dissatisfied, opened again. Requests have follow-ups of their own.',
  })
  followUpCall(@Ctx() ctx: Context, @Input(() => FollowUpCallInput) input: FollowUpCallInput): Promise<CallPayload> {
    return step(ctx, 'followUpCall', input, (desk) => followUpCall(desk, ctx.signedIn, input));
  }

  @Mutation(() => CallPayload, { description: 'Writes a call anew 更正; what was written before stays in its events.' })
  reviseCall(@Ctx() ctx: Context, @Input(() => ReviseCallInput) input: ReviseCallInput): Promise<CallPayload> {
    return step(ctx, 'reviseCall', input, (desk) => reviseCall(desk, ctx.signedIn, input));
  }

  @Mutation(() => CallPayload, {
    description:
      'Withdraws a call that never was, or was recorded twice 撤回; it counts nowhere, and stays to be read. What was ever followed up stays, and counts.',
  })
  withdrawCall(@Ctx() ctx: Context, @Input(() => WithdrawCallInput) input: WithdrawCallInput): Promise<CallPayload> {
    return step(ctx, 'withdrawCall', input, (desk) => withdrawCall(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the call that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { call: string },
  work: (desk: Desk) => Promise<string>,
): Promise<CallPayload> {
  const { townId } = requireId(input.call, 'Call', 'input.call');
  return ctx.changeTown(townId, 'input.call', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<CallPayload> {
  desk.forget();
  const call = await desk.load(callsById, { townId: desk.town, uuid });
  if (!call) throw notFound('input.call');
  return { call };
}
