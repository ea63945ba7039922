import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import {
  EndJobPlacementInput,
  JobPlacementPayload,
  RecordJobPlacementInput,
  WithdrawJobPlacementInput,
} from './job-placement.input.ts';
import { endJobPlacement, recordJobPlacement, withdrawJobPlacement } from './keep-placements.ts';
import { placementsById } from './placement-rows.ts';

@Resolver()
export class JobPlacementMutations {
  @Mutation(() => JobPlacementPayload, { description: 'Records a job that was found for a resident 登记就业安置.' })
  recordJobPlacement(
    @Ctx() ctx: Context,
    @Input(() => RecordJobPlacementInput) input: RecordJobPlacementInput,
  ): Promise<JobPlacementPayload> {
    const { townId } = requireId(input.resident, 'Resident', 'input.resident');
    return ctx.changeTown(townId, 'input.resident', 'recordJobPlacement', input, async (desk) =>
      payloadOf(desk, await recordJobPlacement(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => JobPlacementPayload, { description: 'Puts down that a resident has left a job 离岗.' })
  endJobPlacement(
    @Ctx() ctx: Context,
    @Input(() => EndJobPlacementInput) input: EndJobPlacementInput,
  ): Promise<JobPlacementPayload> {
    return change(ctx, 'endJobPlacement', input, (desk) => endJobPlacement(desk, ctx.signedIn, input));
  }

  @Mutation(() => JobPlacementPayload, {
    description: 'Withdraws a job that was recorded by mistake 撤回: it stays in the record and is not counted.',
  })
  withdrawJobPlacement(
    @Ctx() ctx: Context,
    @Input(() => WithdrawJobPlacementInput) input: WithdrawJobPlacementInput,
  ): Promise<JobPlacementPayload> {
    return change(ctx, 'withdrawJobPlacement', input, (desk) => withdrawJobPlacement(desk, ctx.signedIn, input));
  }
}

/** Changes the job that an input names, and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { jobPlacement: string },
  work: (desk: Desk) => Promise<string>,
): Promise<JobPlacementPayload> {
  const field = 'input.jobPlacement';
  const { townId } = requireId(input.jobPlacement, 'JobPlacement', field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => payloadOf(desk, await work(desk)));
}

async function payloadOf(desk: Desk, uuid: string): Promise<JobPlacementPayload> {
  desk.forget();
  const jobPlacement = await desk.load(placementsById, { townId: desk.town, uuid });
  if (!jobPlacement) throw notFound('input.jobPlacement');
  return { jobPlacement };
}
