import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requestsById } from '../requests/request-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { acceptPetition, declinePetition, transferPetition } from './accept-petition.ts';
import { answerPetition, closePetition, extendPetition, withdrawPetition } from './answer-petition.ts';
import { formEmergencyGroup } from './form-emergency-group.ts';
import { holdPetitionMeeting } from './hold-petition-meeting.ts';
import {
  AcceptPetitionInput,
  AddPetitionersInput,
  AnswerPetitionInput,
  ChooseRepresentativesInput,
  ClosePetitionInput,
  DeclinePetitionInput,
  ExtendPetitionInput,
  FormEmergencyGroupInput,
  HoldPetitionMeetingInput,
  PetitionPayload,
  PetitionRequestPayload,
  RaisePetitionRequestInput,
  RecordPetitionInput,
  TransferPetitionInput,
  WithdrawPetitionInput,
} from './petition.input.ts';
import { petitionsById } from './petition-rows.ts';
import { addPetitioners, chooseRepresentatives } from './petitioners.ts';
import { raisePetitionRequest } from './raise-petition-request.ts';
import { recordPetition } from './record-petition.ts';

@Resolver()
export class PetitionMutations {
  @Mutation(() => PetitionPayload, { description: 'Records a petition 信访 that was received.' })
  recordPetition(
    @Ctx() ctx: Context,
    @Input(() => RecordPetitionInput) input: RecordPetitionInput,
  ): Promise<PetitionPayload> {
    const { townId } = requireId(input.subject, 'RequestSubject', 'input.subject');
    return ctx.changeTown(townId, 'input.subject', 'recordPetition', input, async (desk) => ({
      petition: await petitionAfter(desk, await recordPetition(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => PetitionRequestPayload, { description: 'Raises a request 诉求 out of a petition.' })
  raisePetitionRequest(
    @Ctx() ctx: Context,
    @Input(() => RaisePetitionRequestInput) input: RaisePetitionRequestInput,
  ): Promise<PetitionRequestPayload> {
    const { townId } = requireId(input.petition, 'Petition', 'input.petition');
    return ctx.changeTown(townId, 'input.petition', 'raisePetitionRequest', input, async (desk) => {
      const raised = await raisePetitionRequest(desk, ctx.signedIn, input);
      const petition = await petitionAfter(desk, raised.petition);
      const request = await desk.load(requestsById, { townId: desk.town, uuid: raised.request });
      if (!request) throw notFound('input.petition');
      return { petition, request };
    });
  }

  @Mutation(() => PetitionPayload, { description: 'Adds people to a petition 补充信访人.' })
  addPetitioners(
    @Ctx() ctx: Context,
    @Input(() => AddPetitionersInput) input: AddPetitionersInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'addPetitioners', input, (desk) => addPetitioners(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Says which petitioners speak for all 推选代表, at most five, and nobody else.',
  })
  chooseRepresentatives(
    @Ctx() ctx: Context,
    @Input(() => ChooseRepresentativesInput) input: ChooseRepresentativesInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'chooseRepresentatives', input, (desk) => chooseRepresentatives(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Accepts a petition 受理, which is to be answered within 60 days then, or hands it to somebody else.',
  })
  acceptPetition(
    @Ctx() ctx: Context,
    @Input(() => AcceptPetitionInput) input: AcceptPetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'acceptPetition', input, (desk) => acceptPetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, { description: 'Does not accept a petition 不予受理.' })
  declinePetition(
    @Ctx() ctx: Context,
    @Input(() => DeclinePetitionInput) input: DeclinePetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'declinePetition', input, (desk) => declinePetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Gives a petition to another unit or to the town 转送交办. Its deadline runs on.',
  })
  transferPetition(
    @Ctx() ctx: Context,
    @Input(() => TransferPetitionInput) input: TransferPetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'transferPetition', input, (desk) => transferPetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Forms the emergency group 应急小组 of a petition, or adds people to it.',
  })
  formEmergencyGroup(
    @Ctx() ctx: Context,
    @Input(() => FormEmergencyGroupInput) input: FormEmergencyGroupInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'formEmergencyGroup', input, (desk) => formEmergencyGroup(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Puts down a meeting 协调会 about a petition: who took part, and what was agreed.',
  })
  holdPetitionMeeting(
    @Ctx() ctx: Context,
    @Input(() => HoldPetitionMeetingInput) input: HoldPetitionMeetingInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'holdPetitionMeeting', input, (desk) => holdPetitionMeeting(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, {
    description: 'Extends the deadline of a petition 延长期限, once, by at most 30 days.',
  })
  extendPetition(
    @Ctx() ctx: Context,
    @Input(() => ExtendPetitionInput) input: ExtendPetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'extendPetition', input, (desk) => extendPetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, { description: 'Answers a petition 答复.' })
  answerPetition(
    @Ctx() ctx: Context,
    @Input(() => AnswerPetitionInput) input: AnswerPetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'answerPetition', input, (desk) => answerPetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, { description: 'Closes an answered petition 办结, and says how it ended.' })
  closePetition(
    @Ctx() ctx: Context,
    @Input(() => ClosePetitionInput) input: ClosePetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'closePetition', input, (desk) => closePetition(desk, ctx.signedIn, input));
  }

  @Mutation(() => PetitionPayload, { description: 'Puts down that its petitioners withdraw a petition 撤回.' })
  withdrawPetition(
    @Ctx() ctx: Context,
    @Input(() => WithdrawPetitionInput) input: WithdrawPetitionInput,
  ): Promise<PetitionPayload> {
    return step(ctx, 'withdrawPetition', input, (desk) => withdrawPetition(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the petition that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { petition: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PetitionPayload> {
  const { townId } = requireId(input.petition, 'Petition', 'input.petition');
  return ctx.changeTown(townId, 'input.petition', operation, input, async (desk) => ({
    petition: await petitionAfter(desk, await work(desk)),
  }));
}

async function petitionAfter(desk: Desk, uuid: string) {
  desk.forget();
  const petition = await desk.load(petitionsById, { townId: desk.town, uuid });
  if (!petition) throw notFound('input.petition');
  return petition;
}
