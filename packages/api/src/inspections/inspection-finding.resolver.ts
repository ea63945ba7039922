import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { reaches } from '../access/reach.ts';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requestSeen } from '../requests/find-request.ts';
import { RequestType } from '../requests/request.type.ts';
import { requestsById } from '../requests/request-rows.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { placeWith } from '../units/standing-under.ts';
import {
  addInspectionFinding,
  correctInspectionFinding,
  followUpInspectionFinding,
  mendInspectionFinding,
  raiseInspectionFinding,
  reopenInspectionFinding,
} from './finding-steps.ts';
import {
  AddInspectionFindingInput,
  CorrectInspectionFindingInput,
  FollowUpInspectionFindingInput,
  InspectionFindingPayload,
  MendInspectionFindingInput,
  RaiseInspectionFindingInput,
  ReopenInspectionFindingInput,
} from './inspection-finding.input.ts';
import { FindingStepEnum, InspectionFindingEventType, InspectionFindingType } from './inspection-finding.type.ts';
import { findingEventsOf, findingsById, findingsOfRequests, textOf } from './inspection-finding-rows.ts';
import { findingTransitions } from './inspection-terms.ts';
import { InspectionCheckType } from './round.type.ts';
import { checksById } from './round-parts.ts';
import { placeOfCheck } from './take-finding-step.ts';

@Resolver(() => InspectionFindingType)
export class InspectionFindingResolver {
  @Mutation(() => InspectionFindingPayload, {
    description: 'Adds something that was left out when a round was recorded, as found at one of its checks.',
  })
  addInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => AddInspectionFindingInput) input: AddInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    const { townId } = requireId(input.check, 'InspectionCheck', 'input.check');
    return ctx.changeTown(townId, 'input.check', 'addInspectionFinding', input, async (desk) =>
      payloadOf(desk, await addInspectionFinding(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => InspectionFindingPayload, {
    description: 'Writes a finding anew 更正. What was written before stays to be read.',
  })
  correctInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => CorrectInspectionFindingInput) input: CorrectInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    return step(ctx, 'correctInspectionFinding', input, (desk) => correctInspectionFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionFindingPayload, { description: 'Notes how it goes on with a finding 跟进.' })
  followUpInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => FollowUpInspectionFindingInput) input: FollowUpInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    return step(ctx, 'followUpInspectionFinding', input, (desk) =>
      followUpInspectionFinding(desk, ctx.signedIn, input),
    );
  }

  @Mutation(() => InspectionFindingPayload, { description: 'Notes that a finding was mended 已整改.' })
  mendInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => MendInspectionFindingInput) input: MendInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    return step(ctx, 'mendInspectionFinding', input, (desk) => mendInspectionFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionFindingPayload, {
    description:
      'Raises a finding as a request 转诉求 about the place, for whoever may raise one there; from then on it shares the request’s fate.',
  })
  raiseInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => RaiseInspectionFindingInput) input: RaiseInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    return step(ctx, 'raiseInspectionFinding', input, (desk) => raiseInspectionFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionFindingPayload, {
    description:
      'Opens a finding again 重新整改: where it turns out not to be mended, or the request from it was withdrawn.',
  })
  reopenInspectionFinding(
    @Ctx() ctx: Context,
    @Input(() => ReopenInspectionFindingInput) input: ReopenInspectionFindingInput,
  ): Promise<InspectionFindingPayload> {
    return step(ctx, 'reopenInspectionFinding', input, (desk) => reopenInspectionFinding(desk, ctx.signedIn, input));
  }

  @FieldResolver(() => InspectionCheckType, { description: 'The check at which it was found.' })
  async check(
    @Ctx() ctx: Context,
    @Root() { townId, checkUuid }: InspectionFindingType,
  ): Promise<InspectionCheckType | null> {
    return (await (await ctx.readTown(townId)).load(checksById, { townId, uuid: checkUuid })) ?? null;
  }

  @FieldResolver(() => String, { description: 'What it says, as it was written last.' })
  async text(@Ctx() ctx: Context, @Root() finding: InspectionFindingType): Promise<string> {
    return textOf(await ctx.readTown(finding.townId), finding);
  }

  @FieldResolver(() => RequestType, {
    nullable: true,
    description: 'The request as which it was raised; null where it was not, or that is out of the viewer’s reach.',
  })
  request(@Ctx() ctx: Context, @Root() { townId, requestUuid }: InspectionFindingType): Promise<RequestType | null> {
    return requestSeen(ctx, townId, requestUuid);
  }

  @FieldResolver(() => [InspectionFindingEventType], { description: 'Its steps, the first one first.' })
  async events(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: InspectionFindingType,
  ): Promise<InspectionFindingEventType[]> {
    return (await ctx.readTown(townId)).load(findingEventsOf, { townId, uuid });
  }

  @FieldResolver(() => [FindingStepEnum], { description: 'The steps that the viewer may take with it now.' })
  async actions(@Ctx() ctx: Context, @Root() finding: InspectionFindingType): Promise<string[]> {
    const { townId, checkUuid, state, requestUuid, withdrawn } = finding;
    const desk = await ctx.readTown(townId);
    const inspected = await placeOfCheck(desk, checkUuid);
    if (withdrawn || !inspected) return [];
    const place = await placeWith(desk, townId, inspected.unitUuid);
    if (!reaches(ctx.signedIn, 'inspection:record', place)) return [];
    const request = requestUuid === null ? null : await desk.load(requestsById, { townId, uuid: requestUuid });
    const shared = request && request.state !== 'WITHDRAWN';
    const raises = reaches(ctx.signedIn, 'request:raise', place);
    return findingTransitions
      .filter(
        ({ step, from }) => from.includes(state) && !(shared && step === 'REOPEN') && (raises || step !== 'RAISE'),
      )
      .map(({ step }) => step);
  }
}

@Resolver(() => InspectionFindingEventType)
export class InspectionFindingEventResolver {
  @FieldResolver(() => RequestType, {
    nullable: true,
    description:
      'The request as which it was raised then; null where it was not, or that is out of the viewer’s reach.',
  })
  request(
    @Ctx() ctx: Context,
    @Root() { townId, requestUuid }: InspectionFindingEventType,
  ): Promise<RequestType | null> {
    return requestSeen(ctx, townId, requestUuid);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(
    @Ctx() ctx: Context,
    @Root() { townId, recordedById }: InspectionFindingEventType,
  ): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => RequestType)
export class RequestInspectionResolver {
  @FieldResolver(() => InspectionFindingType, {
    nullable: true,
    description:
      'What an inspection found that was raised as it; null where it was not from one, or the viewer sees no inspections in the town.',
  })
  async inspectionFinding(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: RequestType,
  ): Promise<InspectionFindingType | null> {
    const desk = await ctx.readTownFor('inspection:read', townId);
    return (await desk?.load(findingsOfRequests, { townId, uuid })) ?? null;
  }
}

/** Takes a step with the finding that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { finding: string },
  work: (desk: Desk) => Promise<string>,
): Promise<InspectionFindingPayload> {
  const { townId } = requireId(input.finding, 'InspectionFinding', 'input.finding');
  return ctx.changeTown(townId, 'input.finding', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<InspectionFindingPayload> {
  desk.forget();
  const finding = await desk.load(findingsById, { townId: desk.town, uuid });
  if (!finding) throw notFound('input.finding');
  return { finding };
}
