import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { applyDraft } from './apply-draft.ts';
import { draftRestructuring, dropDraft, reviseDraft } from './draft.ts';
import { changedRestructuring } from './find-restructuring.ts';
import {
  ApplyDraftInput,
  DraftRestructuringInput,
  DropDraftInput,
  ReviseDraftInput,
  UndoRestructuringInput,
} from './restructuring.input.ts';
import { RestructuringType } from './restructuring.type.ts';
import { undoRestructuring } from './undo-restructuring.ts';

@ObjectType('RestructuringPayload', { description: 'The restructuring as the change left it.' })
class RestructuringPayload {
  @Field(() => RestructuringType, { description: 'The restructuring.' })
  restructuring: RestructuringType;
}

@Resolver()
export class RestructuringMutations {
  @Mutation(() => RestructuringPayload, {
    description: 'Draws up a restructuring 调整 of a town as a draft, which changes nothing until it is applied.',
  })
  async draftRestructuring(
    @Ctx() ctx: Context,
    @Input(() => DraftRestructuringInput) input: DraftRestructuringInput,
  ): Promise<RestructuringPayload> {
    const { townId } = await getTownFor(ctx, 'unit:restructure', input.town);
    const day = dayOfChange(input.effectiveOn, ctx.today, 'input.effectiveOn');
    return ctx.changeTown(townId, 'input.town', 'draftRestructuring', input, async (desk) => ({
      restructuring: await changedRestructuring(desk, await draftRestructuring(desk, ctx.signedIn, input, day)),
    }));
  }

  @Mutation(() => RestructuringPayload, { description: 'Replaces the steps, day and grounds of a draft.' })
  async reviseDraft(
    @Ctx() ctx: Context,
    @Input(() => ReviseDraftInput) input: ReviseDraftInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.draft, 'Restructuring', 'input.draft');
    const day = dayOfChange(input.effectiveOn, ctx.today, 'input.effectiveOn');
    return ctx.changeTown(townId, 'input.draft', 'reviseDraft', input, async (desk) => {
      await reviseDraft(desk, ctx.signedIn, key, input, day);
      return { restructuring: await changedRestructuring(desk, key) };
    });
  }

  @Mutation(() => RestructuringPayload, { description: 'Gives a draft up.' })
  async dropDraft(
    @Ctx() ctx: Context,
    @Input(() => DropDraftInput) input: DropDraftInput,
  ): Promise<RestructuringPayload> {
    const { townId, key } = requireId(input.draft, 'Restructuring', 'input.draft');
    return ctx.changeTown(townId, 'input.draft', 'dropDraft', input, async (desk) => {
      await dropDraft(desk, ctx.signedIn, key, input.expectedVersion);
      return { restructuring: await changedRestructuring(desk, key) };
    });
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
