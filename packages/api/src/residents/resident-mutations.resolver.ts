import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { addResident } from './add-resident.ts';
import { changeHead } from './change-head.ts';
import {
  AddResidentInput,
  ChangeHeadInput,
  ResidentLeavesInput,
  ResidentPayload,
  ReviseResidentInput,
} from './resident.input.ts';
import type { ResidentType } from './resident.type.ts';
import { residentLeaves } from './resident-leaves.ts';
import { reviseResident } from './revise-resident.ts';

@Resolver()
export class ResidentMutations {
  @Mutation(() => ResidentPayload, { description: 'Adds a resident 居民 to a household.' })
  async addResident(
    @Ctx() ctx: Context,
    @Input(() => AddResidentInput) input: AddResidentInput,
  ): Promise<ResidentPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.household', 'addResident', input, async (desk) => ({
      resident: await addResident(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => ResidentPayload, {
    description: 'Corrects what is known of a resident, beside what others correct at the same time.',
  })
  async reviseResident(
    @Ctx() ctx: Context,
    @Input(() => ReviseResidentInput) input: ReviseResidentInput,
  ): Promise<ResidentPayload> {
    return this.#change(ctx, 'reviseResident', input, (desk) => reviseResident(desk, ctx, input));
  }

  @Mutation(() => ResidentPayload, { description: 'Ends a resident’s stay in their household.' })
  async residentLeaves(
    @Ctx() ctx: Context,
    @Input(() => ResidentLeavesInput) input: ResidentLeavesInput,
  ): Promise<ResidentPayload> {
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return this.#change(ctx, 'residentLeaves', input, (desk) => residentLeaves(desk, ctx.signedIn, input, on));
  }

  @Mutation(() => ResidentPayload, { description: 'Makes a resident the head 户主 of their household.' })
  async changeHead(
    @Ctx() ctx: Context,
    @Input(() => ChangeHeadInput) input: ChangeHeadInput,
  ): Promise<ResidentPayload> {
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return this.#change(ctx, 'changeHead', input, (desk) => changeHead(desk, ctx.signedIn, input, from));
  }

  /** Runs a change of one resident and answers them as the change left them. */
  #change(
    ctx: Context,
    operation: string,
    input: Keyed & { resident: string },
    work: (desk: Desk) => Promise<ResidentType>,
  ): Promise<ResidentPayload> {
    const { townId } = requireId(input.resident, 'Resident', 'input.resident');
    return ctx.changeTown(townId, 'input.resident', operation, input, async (desk) => ({ resident: await work(desk) }));
  }
}
