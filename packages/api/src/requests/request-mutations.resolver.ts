import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { acceptRequest } from './accept-request.ts';
import { addRequestHouseholds } from './add-request-households.ts';
import { addRequestPhotos } from './add-request-photos.ts';
import { classifyRequest } from './classify-request.ts';
import { followUpRequest } from './follow-up-request.ts';
import { addRequestEvidence, handleRequest } from './handle-request.ts';
import { escalateRequest, returnRequest } from './move-request.ts';
import { raiseRequest } from './raise-request.ts';
import { notePartyAnswer, referRequest } from './refer-request.ts';
import {
  AcceptRequestInput,
  AddRequestEvidenceInput,
  AddRequestHouseholdsInput,
  AddRequestPhotosInput,
  ClassifyRequestInput,
  EscalateRequestInput,
  FollowUpRequestInput,
  HandleRequestInput,
  NotePartyAnswerInput,
  RaiseRequestInput,
  ReferRequestInput,
  RequestPayload,
  ReturnRequestInput,
  WithdrawRequestInput,
} from './request.input.ts';
import { requestsById } from './request-rows.ts';
import { withdrawRequest } from './withdraw-request.ts';

@Resolver()
export class RequestMutations {
  @Mutation(() => RequestPayload, {
    description:
      'Raises a request 诉求 for a household or about a place, and says at once how it was handled, if it was.',
  })
  async raiseRequest(
    @Ctx() ctx: Context,
    @Input(() => RaiseRequestInput) input: RaiseRequestInput,
  ): Promise<RequestPayload> {
    const { townId } = requireId(input.subject, 'RequestSubject', 'input.subject');
    return ctx.changeTown(townId, 'input.subject', 'raiseRequest', input, async (desk) => {
      const { uuid } = await raiseRequest(desk, ctx.signedIn, input);
      return payloadOf(desk, uuid);
    });
  }

  @Mutation(() => RequestPayload, {
    description: 'Says which person holds a request at its level 受理, also in the place of somebody else.',
  })
  acceptRequest(
    @Ctx() ctx: Context,
    @Input(() => AcceptRequestInput) input: AcceptRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'acceptRequest', input, (desk) => acceptRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Says of which class of handling 分类处置 a request is, or that it is about another subject.',
  })
  classifyRequest(
    @Ctx() ctx: Context,
    @Input(() => ClassifyRequestInput) input: ClassifyRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'classifyRequest', input, (desk) => classifyRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Brings a request to a higher level 上报, where somebody has to accept it, with a new deadline.',
  })
  escalateRequest(
    @Ctx() ctx: Context,
    @Input(() => EscalateRequestInput) input: EscalateRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'escalateRequest', input, (desk) => escalateRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Gives a request back to a lower level 退回, where somebody has to accept it, with a new deadline.',
  })
  returnRequest(
    @Ctx() ctx: Context,
    @Input(() => ReturnRequestInput) input: ReturnRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'returnRequest', input, (desk) => returnRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, { description: 'Refers a request to a party outside 转办. Its deadline runs on.' })
  referRequest(@Ctx() ctx: Context, @Input(() => ReferRequestInput) input: ReferRequestInput): Promise<RequestPayload> {
    return step(ctx, 'referRequest', input, (desk) => referRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Notes what the party outside answered; the request is with its holder again.',
  })
  notePartyAnswer(
    @Ctx() ctx: Context,
    @Input(() => NotePartyAnswerInput) input: NotePartyAnswerInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'notePartyAnswer', input, (desk) => notePartyAnswer(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, { description: 'Adds evidence 佐证 to a request that is not handled yet.' })
  addRequestEvidence(
    @Ctx() ctx: Context,
    @Input(() => AddRequestEvidenceInput) input: AddRequestEvidenceInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'addRequestEvidence', input, (desk) => addRequestEvidence(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, { description: 'Adds photographs 照片 to a request, up to its follow-up.' })
  addRequestPhotos(
    @Ctx() ctx: Context,
    @Input(() => AddRequestPhotosInput) input: AddRequestPhotosInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'addRequestPhotos', input, (desk) => addRequestPhotos(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Adds households that a request concerns, too, such as more of those that an outage has hit.',
  })
  addRequestHouseholds(
    @Ctx() ctx: Context,
    @Input(() => AddRequestHouseholdsInput) input: AddRequestHouseholdsInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'addRequestHouseholds', input, (desk) => addRequestHouseholds(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'Says that a request is handled 办结, and how. Refused without a class and the evidence that it asks for.',
  })
  handleRequest(
    @Ctx() ctx: Context,
    @Input(() => HandleRequestInput) input: HandleRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'handleRequest', input, (desk) => handleRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description: 'Follows up a handled request 回访: closes it, or, where somebody is dissatisfied, opens it again.',
  })
  followUpRequest(
    @Ctx() ctx: Context,
    @Input(() => FollowUpRequestInput) input: FollowUpRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'followUpRequest', input, (desk) => followUpRequest(desk, ctx.signedIn, input));
  }

  @Mutation(() => RequestPayload, {
    description:
      'Withdraws a request 撤回 that was raised in error or is taken back. What was ever referred to a party outside or handled stays, and counts.',
  })
  withdrawRequest(
    @Ctx() ctx: Context,
    @Input(() => WithdrawRequestInput) input: WithdrawRequestInput,
  ): Promise<RequestPayload> {
    return step(ctx, 'withdrawRequest', input, (desk) => withdrawRequest(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the request that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { request: string },
  work: (desk: Desk) => Promise<string>,
): Promise<RequestPayload> {
  const { townId } = requireId(input.request, 'Request', 'input.request');
  return ctx.changeTown(townId, 'input.request', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<RequestPayload> {
  desk.forget();
  const request = await desk.load(requestsById, { townId: desk.town, uuid });
  if (!request) throw notFound('input.request');
  return { request };
}
