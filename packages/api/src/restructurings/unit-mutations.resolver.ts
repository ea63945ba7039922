import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import { changedUnit } from '../units/find-unit.ts';
import { closeUnit } from './close-unit.ts';
import { openUnit } from './open-unit.ts';
import { renameUnit } from './rename-unit.ts';
import {
  CloseUnitInput,
  CloseUnitPayload,
  OpenUnitInput,
  OpenUnitPayload,
  RenameUnitInput,
  RenameUnitPayload,
} from './unit.input.ts';

@Resolver()
export class UnitMutations {
  @Mutation(() => OpenUnitPayload, { description: 'Opens a unit: a village, a block, a community …' })
  async openUnit(@Ctx() ctx: Context, @Input(() => OpenUnitInput) input: OpenUnitInput): Promise<OpenUnitPayload> {
    const { townId } = await getTownFor(ctx, 'unit:open', input.town);
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    if (input.status === 'CLOSED') throw badInput('input.status', 'badValue');
    return ctx.changeTown(townId, 'input.town', 'openUnit', input, async (desk) => {
      const uuid = await openUnit(desk, ctx.signedIn, input, from);
      return { unit: await changedUnit(desk, uuid, from) };
    });
  }

  @Mutation(() => RenameUnitPayload, { description: 'Renames a unit from a day on. Its earlier name stays readable.' })
  async renameUnit(
    @Ctx() ctx: Context,
    @Input(() => RenameUnitInput) input: RenameUnitInput,
  ): Promise<RenameUnitPayload> {
    const { townId, key } = requireId(input.unit, 'Unit', 'input.unit');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.unit', 'renameUnit', input, async (desk) => {
      await renameUnit(desk, ctx.signedIn, key, input, from);
      return { unit: await changedUnit(desk, key, from) };
    });
  }

  @Mutation(() => CloseUnitPayload, {
    description: 'Closes a unit on which nothing hangs any more. Its past stays readable.',
  })
  async closeUnit(@Ctx() ctx: Context, @Input(() => CloseUnitInput) input: CloseUnitInput): Promise<CloseUnitPayload> {
    const { townId, key } = requireId(input.unit, 'Unit', 'input.unit');
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return ctx.changeTown(townId, 'input.unit', 'closeUnit', input, async (desk) => {
      await closeUnit(desk, ctx.signedIn, key, input, on);
      return { unit: await changedUnit(desk, key, on) };
    });
  }
}
