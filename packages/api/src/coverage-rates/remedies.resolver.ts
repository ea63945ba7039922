import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TakeRemediesInput, TakeRemediesPayload } from './remedies.input.ts';
import { takeRemedies } from './take-remedies.ts';

@Resolver()
export class RemedyMutations {
  @Mutation(() => TakeRemediesPayload, {
    description:
      'Takes remedies for gaps of coverage together, all or none, and tells what they make of the rates; as a draft, what they would.',
  })
  async takeRemedies(
    @Ctx() ctx: Context,
    @Input(() => TakeRemediesInput) input: TakeRemediesInput,
  ): Promise<TakeRemediesPayload> {
    const { townId } = await getTownFor(ctx, 'coverage:keep', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(
      townId,
      'input.town',
      'takeRemedies',
      input,
      (desk) => takeRemedies(desk, ctx.signedIn, input, from),
      { keepsFigures: input.draft },
    );
  }
}
