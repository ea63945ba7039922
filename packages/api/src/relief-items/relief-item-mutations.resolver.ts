import { Ctx, Mutation, Resolver } from 'type-graphql';
import { reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { addReliefCategory, endReliefCategory, renameReliefCategory } from './keep-categories.ts';
import { addReliefItem, endReliefItem, reviseReliefItem } from './keep-items.ts';
import {
  AddReliefCategoryInput,
  AddReliefItemInput,
  EndReliefCategoryInput,
  EndReliefItemInput,
  ReliefCategoryPayload,
  ReliefItemPayload,
  RenameReliefCategoryInput,
  ReviseReliefItemInput,
} from './relief-item.input.ts';

@Resolver()
export class ReliefItemMutations {
  @Mutation(() => ReliefCategoryPayload, { description: 'Puts a category of relief 帮困类别 on a town’s list.' })
  async addReliefCategory(
    @Ctx() ctx: Context,
    @Input(() => AddReliefCategoryInput) input: AddReliefCategoryInput,
  ): Promise<ReliefCategoryPayload> {
    const { townId } = await getTownFor(ctx, 'relief:configure', input.town);
    return ctx.changeTown(townId, 'input.town', 'addReliefCategory', input, async (desk) => ({
      category: await addReliefCategory(desk, input),
    }));
  }

  @Mutation(() => ReliefCategoryPayload, { description: 'Renames a category, also for what was granted under it.' })
  async renameReliefCategory(
    @Ctx() ctx: Context,
    @Input(() => RenameReliefCategoryInput) input: RenameReliefCategoryInput,
  ): Promise<ReliefCategoryPayload> {
    return this.#change(ctx, ['ReliefCategory', input.reliefCategory], 'renameReliefCategory', input, async (desk) => ({
      category: await renameReliefCategory(desk, input),
    }));
  }

  @Mutation(() => ReliefCategoryPayload, {
    description: 'Ends a category with all its items. What was granted keeps them.',
  })
  async endReliefCategory(
    @Ctx() ctx: Context,
    @Input(() => EndReliefCategoryInput) input: EndReliefCategoryInput,
  ): Promise<ReliefCategoryPayload> {
    return this.#change(ctx, ['ReliefCategory', input.reliefCategory], 'endReliefCategory', input, async (desk) => ({
      category: await endReliefCategory(desk, input),
    }));
  }

  @Mutation(() => ReliefItemPayload, { description: 'Puts an item of relief 帮困项目 on a town’s list.' })
  async addReliefItem(
    @Ctx() ctx: Context,
    @Input(() => AddReliefItemInput) input: AddReliefItemInput,
  ): Promise<ReliefItemPayload> {
    return this.#change(ctx, ['ReliefCategory', input.reliefCategory], 'addReliefItem', input, async (desk) => ({
      item: await addReliefItem(desk, input),
    }));
  }

  @Mutation(() => ReliefItemPayload, {
    description: 'Says anew what an item is called and what is usually granted. What was granted stays.',
  })
  async reviseReliefItem(
    @Ctx() ctx: Context,
    @Input(() => ReviseReliefItemInput) input: ReviseReliefItemInput,
  ): Promise<ReliefItemPayload> {
    return this.#change(ctx, ['ReliefItem', input.item], 'reviseReliefItem', input, async (desk) => ({
      item: await reviseReliefItem(desk, input),
    }));
  }

  @Mutation(() => ReliefItemPayload, { description: 'Ends an item. What was granted keeps it.' })
  async endReliefItem(
    @Ctx() ctx: Context,
    @Input(() => EndReliefItemInput) input: EndReliefItemInput,
  ): Promise<ReliefItemPayload> {
    return this.#change(ctx, ['ReliefItem', input.item], 'endReliefItem', input, async (desk) => ({
      item: await endReliefItem(desk, input),
    }));
  }

  /** Runs a change of a town's list, for whoever settles it there. Errors: NOT_FOUND on the field that names the entry. */
  #change<Payload extends object>(
    ctx: Context,
    [type, id]: ['ReliefCategory' | 'ReliefItem', string],
    operation: string,
    input: Keyed,
    work: (desk: Desk) => Promise<Payload>,
  ): Promise<Payload> {
    const field = type === 'ReliefItem' ? 'input.item' : 'input.reliefCategory';
    const { townId } = requireId(id, type, field);
    if (!reachesTown(ctx.signedIn, 'relief:configure', townId)) throw notFound(field);
    return ctx.changeTown(townId, field, operation, input, work);
  }
}
