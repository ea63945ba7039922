import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { agreeMediation, checkAgreement, endMediation, resumeMediation } from './agree-mediation.ts';
import { beginMediation } from './begin-mediation.ts';
import {
  AddMediationPartiesInput,
  AgreeMediationInput,
  BeginMediationInput,
  CheckAgreementInput,
  EndMediationInput,
  MediationPayload,
  NameMediatorsInput,
  RecordMediationTalkInput,
  ReleaseMediationPartiesInput,
  ResumeMediationInput,
} from './mediation.input.ts';
import { addMediationParties, releaseMediationParties } from './mediation-parties.ts';
import { mediationsById } from './mediation-rows.ts';
import { nameMediators } from './mediators.ts';
import { recordMediationTalk } from './record-mediation-talk.ts';

@Resolver()
export class MediationMutations {
  @Mutation(() => MediationPayload, { description: 'Begins a mediation 调解 between people at odds.' })
  beginMediation(
    @Ctx() ctx: Context,
    @Input(() => BeginMediationInput) input: BeginMediationInput,
  ): Promise<MediationPayload> {
    const { townId } = requireId(input.subject, 'RequestSubject', 'input.subject');
    return ctx.changeTown(townId, 'input.subject', 'beginMediation', input, async (desk) =>
      payloadOf(desk, await beginMediation(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => MediationPayload, { description: 'Says who mediates from then on, and nobody else.' })
  nameMediators(
    @Ctx() ctx: Context,
    @Input(() => NameMediatorsInput) input: NameMediatorsInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'nameMediators', input, (desk) => nameMediators(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, { description: 'Brings further parties into a mediation 追加当事人.' })
  addMediationParties(
    @Ctx() ctx: Context,
    @Input(() => AddMediationPartiesInput) input: AddMediationPartiesInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'addMediationParties', input, (desk) => addMediationParties(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, {
    description:
      'Lets parties leave a mediation 当事人退出, in which at least two stay. What was said with them stays to be read.',
  })
  releaseMediationParties(
    @Ctx() ctx: Context,
    @Input(() => ReleaseMediationPartiesInput) input: ReleaseMediationPartiesInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'releaseMediationParties', input, (desk) => releaseMediationParties(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, {
    description: 'Puts down a talk, with one party apart 背对背 or with several together 面对面.',
  })
  recordMediationTalk(
    @Ctx() ctx: Context,
    @Input(() => RecordMediationTalkInput) input: RecordMediationTalkInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'recordMediationTalk', input, (desk) => recordMediationTalk(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, {
    description: 'Puts down the agreement 协议, and by when it is to be looked at whether it is kept.',
  })
  agreeMediation(
    @Ctx() ctx: Context,
    @Input(() => AgreeMediationInput) input: AgreeMediationInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'agreeMediation', input, (desk) => agreeMediation(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, {
    description: 'Ends a mediation without an agreement: not agreed, broken off, or referred.',
  })
  endMediation(
    @Ctx() ctx: Context,
    @Input(() => EndMediationInput) input: EndMediationInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'endMediation', input, (desk) => endMediation(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, {
    description: 'Puts down whether an agreement is kept 履行; where it was broken, the mediation is under way again.',
  })
  checkAgreement(
    @Ctx() ctx: Context,
    @Input(() => CheckAgreementInput) input: CheckAgreementInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'checkAgreement', input, (desk) => checkAgreement(desk, ctx.signedIn, input));
  }

  @Mutation(() => MediationPayload, { description: 'Begins a mediation again that had ended without an agreement.' })
  resumeMediation(
    @Ctx() ctx: Context,
    @Input(() => ResumeMediationInput) input: ResumeMediationInput,
  ): Promise<MediationPayload> {
    return step(ctx, 'resumeMediation', input, (desk) => resumeMediation(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the mediation that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { mediation: string },
  work: (desk: Desk) => Promise<string>,
): Promise<MediationPayload> {
  const { townId } = requireId(input.mediation, 'Mediation', 'input.mediation');
  return ctx.changeTown(townId, 'input.mediation', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<MediationPayload> {
  desk.forget();
  const mediation = await desk.load(mediationsById, { townId: desk.town, uuid });
  if (!mediation) throw notFound('input.mediation');
  return { mediation };
}
