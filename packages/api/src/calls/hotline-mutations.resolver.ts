import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { getTownFor } from '../towns/find-town.ts';
import {
  CancelDutyInput,
  CopyRosterInput,
  EndHotlineInput,
  HotlinePayload,
  OpenHotlineInput,
  ReviseHotlineInput,
  RosterDutiesInput,
  RosterPayload,
} from './hotline.input.ts';
import type { HotlineType } from './hotline.type.ts';
import { findHotline } from './hotline-rows.ts';
import { endHotline, openHotline, reviseHotline } from './open-hotline.ts';
import { cancelDuty, copyRoster, type RosterChange, rosterDuties } from './roster-duties.ts';

@Resolver()
export class HotlineMutations {
  @Mutation(() => HotlinePayload, { description: 'Opens a hotline 热线 of a unit or of the town.' })
  async openHotline(
    @Ctx() ctx: Context,
    @Input(() => OpenHotlineInput) input: OpenHotlineInput,
  ): Promise<HotlinePayload> {
    const { townId } = await getTownFor(ctx, 'hotline:keep', input.town);
    return ctx.changeTown(townId, 'input.town', 'openHotline', input, async (desk) => ({
      hotline: await changed(desk, await openHotline(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => HotlinePayload, { description: 'Gives a hotline another name, other numbers or other hours.' })
  reviseHotline(
    @Ctx() ctx: Context,
    @Input(() => ReviseHotlineInput) input: ReviseHotlineInput,
  ): Promise<HotlinePayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'reviseHotline', input, async (desk) => ({
      hotline: await changed(desk, await reviseHotline(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => HotlinePayload, { description: 'Ends a hotline; its calls stay.' })
  endHotline(@Ctx() ctx: Context, @Input(() => EndHotlineInput) input: EndHotlineInput): Promise<HotlinePayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'endHotline', input, async (desk) => ({
      hotline: await changed(desk, await endHotline(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => RosterPayload, {
    description:
      'Puts duties 值班 into the roster of a hotline. Gaps and double bookings are not refused; `Hotline.roster` tells them.',
  })
  rosterDuties(@Ctx() ctx: Context, @Input(() => RosterDutiesInput) input: RosterDutiesInput): Promise<RosterPayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'rosterDuties', input, async (desk) =>
      payloadOf(desk, await rosterDuties(desk, ctx.signedIn, input)),
    );
  }

  @Mutation(() => HotlinePayload, { description: 'Takes a duty back.' })
  cancelDuty(@Ctx() ctx: Context, @Input(() => CancelDutyInput) input: CancelDutyInput): Promise<HotlinePayload> {
    const { townId } = requireId(input.duty, 'HotlineDuty', 'input.duty');
    return ctx.changeTown(townId, 'input.duty', 'cancelDuty', input, async (desk) => ({
      hotline: await changed(desk, await cancelDuty(desk, ctx.signedIn, input)),
    }));
  }

  @Mutation(() => RosterPayload, {
    description: 'Copies a week of a roster into those that follow it; what is there already is left out.',
  })
  copyRoster(@Ctx() ctx: Context, @Input(() => CopyRosterInput) input: CopyRosterInput): Promise<RosterPayload> {
    const { townId } = requireId(input.hotline, 'Hotline', 'input.hotline');
    return ctx.changeTown(townId, 'input.hotline', 'copyRoster', input, async (desk) =>
      payloadOf(desk, await copyRoster(desk, ctx.signedIn, input)),
    );
  }
}

async function payloadOf(desk: Desk, { hotline, added }: RosterChange): Promise<RosterPayload> {
  return { hotline: await changed(desk, hotline), added };
}

async function changed(desk: Desk, uuid: string): Promise<HotlineType> {
  desk.forget();
  const hotline = await findHotline(desk, { townId: desk.town, uuid });
  if (!hotline) throw notFound();
  return hotline;
}
