import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { findingsById } from './finding-rows.ts';
import {
  actOnPatrolFinding,
  correctPatrolFinding,
  declinePatrolFinding,
  followUpPatrolFinding,
  passOnPatrolFinding,
  raisePatrolFinding,
  reopenPatrolFinding,
} from './finding-steps.ts';
import {
  ActOnPatrolFindingInput,
  AddPatrolFindingInput,
  CorrectPatrolFindingInput,
  DeclinePatrolFindingInput,
  FollowUpPatrolFindingInput,
  PassOnPatrolFindingInput,
  PatrolFindingPayload,
  RaisePatrolFindingInput,
  ReopenPatrolFindingInput,
} from './patrol-finding.input.ts';
import { addPatrolFinding } from './record-findings.ts';

@Resolver()
export class PatrolFindingMutations {
  @Mutation(() => PatrolFindingPayload, { description: 'Adds what was left out when a patrol was recorded.' })
  addPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => AddPatrolFindingInput) input: AddPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    const { townId } = requireId(input.patrol, 'Patrol', 'input.patrol');
    return ctx.changeTown(townId, 'input.patrol', 'addPatrolFinding', input, async (desk) =>
      payloadOf(desk, await addPatrolFinding(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => PatrolFindingPayload, {
    description: 'Writes anew what a patrol brought up 更正. What was written before stays to be read.',
  })
  correctPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => CorrectPatrolFindingInput) input: CorrectPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'correctPatrolFinding', input, (desk) => correctPatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, { description: 'Notes that what a patrol brought up was acted on 已落实.' })
  actOnPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => ActOnPatrolFindingInput) input: ActOnPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'actOnPatrolFinding', input, (desk) => actOnPatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, {
    description:
      'Raises what a patrol brought up as a request 转诉求 about the place, with its photographs; from then on it shares the request’s fate.',
  })
  raisePatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => RaisePatrolFindingInput) input: RaisePatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'raisePatrolFinding', input, (desk) => raisePatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, {
    description: 'Passes what a patrol brought up to a party outside 转外单位, or to another one.',
  })
  passOnPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => PassOnPatrolFindingInput) input: PassOnPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'passOnPatrolFinding', input, (desk) => passOnPatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, { description: 'Notes why what a patrol brought up is not adopted 不采纳.' })
  declinePatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => DeclinePatrolFindingInput) input: DeclinePatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'declinePatrolFinding', input, (desk) => declinePatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, { description: 'Notes how it went on with what a patrol brought up 跟进.' })
  followUpPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => FollowUpPatrolFindingInput) input: FollowUpPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'followUpPatrolFinding', input, (desk) => followUpPatrolFinding(desk, ctx.signedIn, input));
  }

  @Mutation(() => PatrolFindingPayload, {
    description:
      'Opens again what a patrol brought up 重新处理: where it turns out not to be acted on, was not adopted, or the request from it was withdrawn.',
  })
  reopenPatrolFinding(
    @Ctx() ctx: Context,
    @Input(() => ReopenPatrolFindingInput) input: ReopenPatrolFindingInput,
  ): Promise<PatrolFindingPayload> {
    return step(ctx, 'reopenPatrolFinding', input, (desk) => reopenPatrolFinding(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the finding that an input names, and answers it as the step left it. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { finding: string },
  work: (desk: Desk) => Promise<string>,
): Promise<PatrolFindingPayload> {
  const { townId } = requireId(input.finding, 'PatrolFinding', 'input.finding');
  return ctx.changeTown(townId, 'input.finding', operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<PatrolFindingPayload> {
  desk.forget();
  const finding = await desk.load(findingsById, { townId: desk.town, uuid });
  if (!finding) throw notFound('input.finding');
  return { finding };
}
