import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { endHousehold } from './end-household.ts';
import { householdsById } from './find-household.ts';
import {
  EndHouseholdInput,
  HouseholdPayload,
  MoveHouseholdInput,
  PlaceInOverlayInput,
  RegisterHouseholdsInput,
  RegisterHouseholdsPayload,
  RemoveFromOverlayInput,
  SetAddressInput,
} from './household.input.ts';
import { moveHousehold } from './move-household.ts';
import { placeInOverlay } from './place-in-overlay.ts';
import { registerHouseholds } from './register-households.ts';
import { removeFromOverlay } from './remove-from-overlay.ts';
import { setAddress } from './set-address.ts';

@Resolver()
export class HouseholdMutations {
  @Mutation(() => RegisterHouseholdsPayload, { description: 'Registers households 户 in a geographic block.' })
  async registerHouseholds(
    @Ctx() ctx: Context,
    @Input(() => RegisterHouseholdsInput) input: RegisterHouseholdsInput,
  ): Promise<RegisterHouseholdsPayload> {
    const { townId } = requireId(input.block, 'Unit', 'input.block');
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.block', 'registerHouseholds', input, async (desk) => ({
      households: await registerHouseholds(desk, ctx.signedIn, input, from),
    }));
  }

  @Mutation(() => HouseholdPayload, { description: 'Moves a household to another geographic block.' })
  async moveHousehold(
    @Ctx() ctx: Context,
    @Input(() => MoveHouseholdInput) input: MoveHouseholdInput,
  ): Promise<HouseholdPayload> {
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return this.#change(ctx, 'moveHousehold', input, (desk) => moveHousehold(desk, ctx, input, from));
  }

  @Mutation(() => HouseholdPayload, { description: 'Sets where a household lives 住址 from a day on.' })
  async setAddress(
    @Ctx() ctx: Context,
    @Input(() => SetAddressInput) input: SetAddressInput,
  ): Promise<HouseholdPayload> {
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return this.#change(ctx, 'setAddress', input, (desk) => setAddress(desk, ctx, input, from));
  }

  @Mutation(() => HouseholdPayload, { description: 'Ends a household that has left the town.' })
  async endHousehold(
    @Ctx() ctx: Context,
    @Input(() => EndHouseholdInput) input: EndHouseholdInput,
  ): Promise<HouseholdPayload> {
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return this.#change(ctx, 'endHousehold', input, (desk) => endHousehold(desk, ctx.signedIn, input, on));
  }

  @Mutation(() => HouseholdPayload, {
    description: 'Places a household in a block of an overlay. Its geographic block stays what it is.',
  })
  async placeInOverlay(
    @Ctx() ctx: Context,
    @Input(() => PlaceInOverlayInput) input: PlaceInOverlayInput,
  ): Promise<HouseholdPayload> {
    const from = dayOfChange(input.from, ctx.today, 'input.from');
    return this.#change(ctx, 'placeInOverlay', input, (desk) => placeInOverlay(desk, ctx.signedIn, input, from));
  }

  @Mutation(() => HouseholdPayload, {
    description: 'Takes a household out of an overlay, until its next block there.',
  })
  async removeFromOverlay(
    @Ctx() ctx: Context,
    @Input(() => RemoveFromOverlayInput) input: RemoveFromOverlayInput,
  ): Promise<HouseholdPayload> {
    const on = dayOfChange(input.on, ctx.today, 'input.on');
    return this.#change(ctx, 'removeFromOverlay', input, (desk) => removeFromOverlay(desk, ctx.signedIn, input, on));
  }

  /** Runs a change of one household and answers it as the change left it. */
  #change(
    ctx: Context,
    operation: string,
    input: Keyed & { household: string },
    work: (desk: Desk) => Promise<string>,
  ): Promise<HouseholdPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    return ctx.changeTown(townId, 'input.household', operation, input, async (desk) => {
      const uuid = await work(desk);
      desk.forget();
      const household = await desk.load(householdsById, { townId, uuid });
      if (!household) throw notFound();
      return { household };
    });
  }
}
