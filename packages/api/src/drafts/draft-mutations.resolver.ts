import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { changedRestructuring } from '../restructurings/find-restructuring.ts';
import { RestructuringPayload } from '../restructurings/restructuring.type.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { applyDraft } from './apply-draft.ts';
import { ApplyDraftInput, DraftRestructuringInput, DropDraftInput, ReviseDraftInput } from './draft.input.ts';
import { draftRestructuring } from './draft-restructuring.ts';
import { dropDraft } from './drop-draft.ts';
import { reviseDraft } from './revise-draft.ts';

@Resolver()
export class DraftMutations {
  @Mutation(() => RestructuringPayload, {
    description: 'Draws up a restructuring 调整 of a town as a draft, which changes nothing until it is applied.',
  })
  async draftRestructuring(
    @Ctx() ctx: Context,
    @Input(() => DraftRestructuringInput) input: DraftRestructuringInput,
  ): Promise<RestructuringPayload> {
    const { townId } = await getTownFor(ctx, 'unit:restructure', input.town);
    const day = dayOfChange(input.effectiveOn, ctx.today, 'input.effectiveOn');
    return ctx.changeTown(
      townId,
      'input.town',
      'draftRestructuring',
      input,
      async (desk) => ({
        restructuring: await changedRestructuring(desk, await draftRestructuring(desk, ctx.signedIn, input, day)),
      }),
      { keepsFigures: true },
    );
  }

  @Mutation(() => RestructuringPayload, { description: 'Replaces the steps, day and grounds of a draft.' })
  async reviseDraft(
    @Ctx() ctx: Context,
    @Input(() => ReviseDraftInput) input: ReviseDraftInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.draft, 'Restructuring', 'input.draft');
    const day = dayOfChange(input.effectiveOn, ctx.today, 'input.effectiveOn');
    return ctx.changeTown(
      townId,
      'input.draft',
      'reviseDraft',
      input,
      async (desk) => {
        await reviseDraft(desk, ctx.signedIn, key, input, day);
        return { restructuring: await changedRestructuring(desk, key) };
      },
      { keepsFigures: true },
    );
  }

  @Mutation(() => RestructuringPayload, { description: 'Gives a draft up.' })
  async dropDraft(
    @Ctx() ctx: Context,
    @Input(() => DropDraftInput) input: DropDraftInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.draft, 'Restructuring', 'input.draft');
    return ctx.changeTown(
      townId,
      'input.draft',
      'dropDraft',
      input,
      async (desk) => {
        await dropDraft(desk, ctx.signedIn, key, input.expectedVersion);
        return { restructuring: await changedRestructuring(desk, key) };
      },
      { keepsFigures: true },
    );
  }

  @Mutation(() => RestructuringPayload, {
    description: 'Applies a draft, wholly or not at all: what its difference shows, and nothing else.',
  })
  async applyDraft(
    @Ctx() ctx: Context,
    @Input(() => ApplyDraftInput) input: ApplyDraftInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.draft, 'Restructuring', 'input.draft');
    return ctx.changeTown(townId, 'input.draft', 'applyDraft', input, async (desk) => {
      await applyDraft(desk, ctx.signedIn, key, input);
      return { restructuring: await changedRestructuring(desk, key) };
    });
  }
}
