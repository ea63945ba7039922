import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getVisit } from './find-visit.ts';
import { recordVisit } from './record-visit.ts';
import { reviseVisit } from './revise-visit.ts';
import { RecordVisitInput, ReviseVisitInput, VisitPayload, WithdrawVisitInput } from './visit.input.ts';
import { withdrawVisit } from './withdraw-visit.ts';

@Resolver()
export class VisitMutations {
  @Mutation(() => VisitPayload, {
    description: 'Records a visit 走访 to a household, made just now or before, with the three must-records.',
  })
  async recordVisit(
    @Ctx() ctx: Context,
    @Input(() => RecordVisitInput) input: RecordVisitInput,
  ): Promise<VisitPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    return ctx.changeTown(townId, 'input.household', 'recordVisit', input, async (desk) => ({
      visit: await recordVisit(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => VisitPayload, { description: 'Writes a visit anew. What was written before stays to be read.' })
  async reviseVisit(
    @Ctx() ctx: Context,
    @Input(() => ReviseVisitInput) input: ReviseVisitInput,
  ): Promise<VisitPayload> {
    return this.#change(ctx, 'reviseVisit', input, (desk) => reviseVisit(desk, ctx.signedIn, input));
  }

  @Mutation(() => VisitPayload, {
    description:
      'Withdraws a visit that never was, or was recorded twice. It stays to be read and counts nowhere. For whoever recorded it, and for those with `visit:withdraw`.',
  })
  async withdrawVisit(
    @Ctx() ctx: Context,
    @Input(() => WithdrawVisitInput) input: WithdrawVisitInput,
  ): Promise<VisitPayload> {
    return this.#change(ctx, 'withdrawVisit', input, (desk) => withdrawVisit(desk, ctx.signedIn, input));
  }

  /** Runs a change of one visit and answers it as the change left it. */
  #change(
    ctx: Context,
    operation: string,
    input: Keyed & { visit: string },
    work: (desk: Desk) => Promise<string>,
  ): Promise<VisitPayload> {
    const { townId } = requireId(input.visit, 'Visit', 'input.visit');
    return ctx.changeTown(townId, 'input.visit', operation, input, async (desk) => {
      const uuid = await work(desk);
      desk.forget();
      return { visit: await getVisit(desk, uuid) };
    });
  }
}
