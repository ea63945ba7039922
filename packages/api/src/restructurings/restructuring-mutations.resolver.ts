import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { changedRestructuring } from './find-restructuring.ts';
import { UndoRestructuringInput } from './restructuring.input.ts';
import { RestructuringPayload } from './restructuring.type.ts';
import { undoRestructuring } from './undo-restructuring.ts';

@Resolver()
export class RestructuringMutations {
  @Mutation(() => RestructuringPayload, {
    description:
      'Undoes a restructuring by another one that voids it; what happened stays visible. Refused with CONFLICT while something later depends on it: see `dependents`.',
  })
  async undoRestructuring(
    @Ctx() ctx: Context,
    @Input(() => UndoRestructuringInput) input: UndoRestructuringInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.restructuring, 'Restructuring', 'input.restructuring');
    return ctx.changeTown(townId, 'input.restructuring', 'undoRestructuring', input, async (desk) => ({
      restructuring: await changedRestructuring(desk, await undoRestructuring(desk, ctx.signedIn, key, input)),
    }));
  }
}
