import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { holdsOn } from '../db/versions.ts';
import { type Connection, PageArgs, pageOf } from '../schema/connection.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { getTownFor } from '../towns/find-town.ts';
import { TownType } from '../towns/town.type.ts';
import { closeOverlay } from './close-overlay.ts';
import { overlaysOfTowns } from './find-overlay.ts';
import { openOverlay } from './open-overlay.ts';
import {
  CloseOverlayInput,
  OpenOverlayInput,
  OverlayPayload,
  OverlayType,
  RenameOverlayInput,
} from './overlay.type.ts';
import { renameOverlay } from './rename-overlay.ts';
import { townTrees } from './town-tree.ts';
import { BlockType, UnitConnectionType, type UnitType } from './unit.type.ts';

@ArgsType()
class OverlayBlocksArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The day; today unless told.' })
  asOf?: string | null;
}

@Resolver(() => OverlayType)
export class OverlayResolver {
  @FieldResolver(() => Int, { description: 'How many blocks it has on a day.' })
  async blockCount(
    @Ctx() ctx: Context,
    @Root() overlay: OverlayType,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'The day; today unless told.' }) asOf?: string | null,
  ): Promise<number> {
    return (await blocksOf(ctx, overlay, asOf)).length;
  }

  @FieldResolver(() => UnitConnectionType, {
    description: 'Its blocks on a day, in the tree’s order.',
  })
  async blocks(
    @Ctx() ctx: Context,
    @Root() overlay: OverlayType,
    @Args(() => OverlayBlocksArgs) args: OverlayBlocksArgs,
  ): Promise<Connection<UnitType>> {
    return pageOf(await blocksOf(ctx, overlay, args.asOf), args, (block) => block.uuid);
  }

  @Mutation(() => OverlayPayload, { description: 'Opens an overlay beside the geographic blocks.' })
  async openOverlay(
    @Ctx() ctx: Context,
    @Input(() => OpenOverlayInput) input: OpenOverlayInput,
  ): Promise<OverlayPayload> {
    const { townId } = await getTownFor(ctx, 'overlay:manage', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.town', 'openOverlay', input, async (desk) => ({
      overlay: await openOverlay(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => OverlayPayload, { description: 'Renames an overlay.' })
  async renameOverlay(
    @Ctx() ctx: Context,
    @Input(() => RenameOverlayInput) input: RenameOverlayInput,
  ): Promise<OverlayPayload> {
    const { townId } = requireId(input.overlay, 'Overlay', 'input.overlay');
    return ctx.changeTown(townId, 'input.overlay', 'renameOverlay', input, async (desk) => ({
      overlay: await renameOverlay(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => OverlayPayload, { description: 'Closes an overlay whose blocks are closed.' })
  async closeOverlay(
    @Ctx() ctx: Context,
    @Input(() => CloseOverlayInput) input: CloseOverlayInput,
  ): Promise<OverlayPayload> {
    const { townId } = requireId(input.overlay, 'Overlay', 'input.overlay');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.overlay', 'closeOverlay', input, async (desk) => ({
      overlay: await closeOverlay(desk, ctx.signedIn, input, on),
    }));
  }
}

@Resolver(() => TownType)
export class TownOverlaysResolver {
  @FieldResolver(() => [OverlayType], {
    nullable: true,
    description: 'The town’s overlays on the day `asOf`, by name.',
  })
  async overlays(@Ctx() ctx: Context, @Root() town: TownType): Promise<OverlayType[] | null> {
    const desk = await ctx.readTownFor('unit:read', town.townId);
    if (!desk) return null;
    const overlays = await desk.load(overlaysOfTowns, town.townId);
    return overlays.filter(({ validFrom, validTo }) => holdsOn({ from: validFrom, to: validTo }, town.asOf));
  }
}

@Resolver(() => BlockType)
export class BlockOverlayResolver {
  @FieldResolver(() => OverlayType, {
    nullable: true,
    description: 'The overlay that the block belongs to; null for a geographic block.',
  })
  async overlay(@Ctx() ctx: Context, @Root() block: BlockType): Promise<OverlayType | null> {
    if (block.overlayUuid === null) return null;
    const overlays = await (await ctx.readTown(block.townId)).load(overlaysOfTowns, block.townId);
    return overlays.find((overlay) => overlay.uuid === block.overlayUuid) ?? null;
  }
}

async function blocksOf(
  ctx: Context,
  { townId, uuid }: OverlayType,
  asOf: string | null | undefined,
): Promise<UnitType[]> {
  const tree = await (await ctx.readTown(townId)).load(townTrees, { townId, asOf: asOf ?? ctx.today });
  return tree.units.filter((unit) => unit.overlayUuid === uuid);
}
