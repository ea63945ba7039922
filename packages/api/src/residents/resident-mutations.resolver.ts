import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { addResident } from './add-resident.ts';
import { AddResidentInput, ResidentPayload } from './resident.type.ts';

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
}
