import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { applicationsById } from './application-rows.ts';
import { applyForReliefTogether } from './apply-together.ts';
import { approveReliefTogether } from './approve-relief.ts';
import { endorseReliefTogether } from './decide-relief.ts';
import { payReliefTogether } from './pay-relief.ts';
import {
  ApplyForReliefTogetherInput,
  ApproveReliefTogetherInput,
  EndorseReliefTogetherInput,
  PayReliefTogetherInput,
  ReliefTogetherPayload,
} from './relief.input.ts';

/** What is done with many applications at once, as in the weeks before a Spring Festival. */
@Resolver()
export class ReliefTogetherMutations {
  @Mutation(() => ReliefTogetherPayload, {
    description: 'Applies for the same for many households at once 批量申请: for all of them, or for none.',
  })
  applyForReliefTogether(
    @Ctx() ctx: Context,
    @Input(() => ApplyForReliefTogetherInput) input: ApplyForReliefTogetherInput,
  ): Promise<ReliefTogetherPayload> {
    const { townId } = requireId(input.households[0] ?? '', 'Household', 'input.households.0');
    return ctx.changeTown(townId, 'input.households.0', 'applyForReliefTogether', input, async (desk) =>
      payloadOf(desk, await applyForReliefTogether(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => ReliefTogetherPayload, {
    description: 'Endorses many applications at once 批量审核, as `endorseRelief` does: all of them, or none.',
  })
  endorseReliefTogether(
    @Ctx() ctx: Context,
    @Input(() => EndorseReliefTogetherInput) input: EndorseReliefTogetherInput,
  ): Promise<ReliefTogetherPayload> {
    return step(ctx, 'endorseReliefTogether', input, (desk) => endorseReliefTogether(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefTogetherPayload, {
    description:
      'Approves many applications at once 批量批准, as `approveRelief` does: all of them, or none, each with what it asks for, of one fund.',
  })
  approveReliefTogether(
    @Ctx() ctx: Context,
    @Input(() => ApproveReliefTogetherInput) input: ApproveReliefTogetherInput,
  ): Promise<ReliefTogetherPayload> {
    return step(ctx, 'approveReliefTogether', input, (desk) => approveReliefTogether(desk, ctx.signedIn, input));
  }

  @Mutation(() => ReliefTogetherPayload, {
    description:
      'Puts down that all open grants of many applications were paid at once 批量发放, each once: all of them, or none.',
  })
  payReliefTogether(
    @Ctx() ctx: Context,
    @Input(() => PayReliefTogetherInput) input: PayReliefTogetherInput,
  ): Promise<ReliefTogetherPayload> {
    return step(ctx, 'payReliefTogether', input, (desk) => payReliefTogether(desk, ctx.signedIn, input));
  }
}

/** Takes a step with the applications that an input names, and answers them as the step left them. */
function step(
  ctx: Context,
  operation: string,
  input: Keyed & { reliefApplications: string[] },
  work: (desk: Desk) => Promise<string[]>,
): Promise<ReliefTogetherPayload> {
  const field = 'input.reliefApplications.0';
  const { townId } = requireId(input.reliefApplications[0] ?? '', 'ReliefApplication', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, ids: readonly string[]): Promise<ReliefTogetherPayload> {
  desk.forget();
  const applications = await Promise.all(ids.map((uuid) => desk.load(applicationsById, { townId: desk.town, uuid })));
  return {
    reliefApplications: applications.map((application) => {
      if (!application) throw notFound();
      return application;
    }),
  };
}
