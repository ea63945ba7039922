import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { householdsById } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { joinHouseholds } from '../residents/join-households.ts';
import { moveResident } from '../residents/move-resident.ts';
import {
  JoinHouseholdsInput,
  JoinHouseholdsPayload,
  MoveResidentInput,
  ResidentPayload,
  SplitHouseholdInput,
  SplitHouseholdPayload,
} from '../residents/resident.input.ts';
import { splitHousehold } from '../residents/split-household.ts';
import { dayOfChange } from '../schema/day.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { followMembers } from './follow-members.ts';

/** The changes by which members go from one household into another, with what their households were in because of them. */
@Resolver()
export class MovingMembersMutations {
  @Mutation(() => ResidentPayload, { description: 'Lets a resident go into another household of the town.' })
  async moveResident(
    @Ctx() ctx: Context,
    @Input(() => MoveResidentInput) input: MoveResidentInput,
  ): Promise<ResidentPayload> {
    const { townId } = requireId(input.resident, 'Resident', 'input.resident');
    const day = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.resident', 'moveResident', input, async (desk) => {
      const { resident, left, into } = await moveResident(desk, ctx.signedIn, input, day);
      await followMembers(desk, ctx.signedIn, { left, into, day });
      return { resident };
    });
  }

  @Mutation(() => SplitHouseholdPayload, {
    description: 'Lets some members of a household found one of their own 分户.',
  })
  async splitHousehold(
    @Ctx() ctx: Context,
    @Input(() => SplitHouseholdInput) input: SplitHouseholdInput,
  ): Promise<SplitHouseholdPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    const day = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.household', 'splitHousehold', input, async (desk) => {
      const { household, founded } = await splitHousehold(desk, ctx.signedIn, input, day);
      await followMembers(desk, ctx.signedIn, { left: household, into: founded, day });
      return { household: await afterwards(desk, household), founded: await afterwards(desk, founded) };
    });
  }

  @Mutation(() => JoinHouseholdsPayload, { description: 'Makes two households one 并户.' })
  async joinHouseholds(
    @Ctx() ctx: Context,
    @Input(() => JoinHouseholdsInput) input: JoinHouseholdsInput,
  ): Promise<JoinHouseholdsPayload> {
    const { townId } = requireId(input.household, 'Household', 'input.household');
    const day = dayOfChange(input.from, ctx.today, 'input.from');
    return ctx.changeTown(townId, 'input.household', 'joinHouseholds', input, async (desk) => {
      const { household, ended } = await joinHouseholds(desk, ctx.signedIn, input, day);
      await followMembers(desk, ctx.signedIn, { left: ended, into: household, day });
      return { household: await afterwards(desk, household), ended: await afterwards(desk, ended) };
    });
  }
}

/** A household as a change has left it. */
async function afterwards(desk: Desk, uuid: string): Promise<HouseholdType> {
  desk.forget();
  const household = await desk.load(householdsById, { townId: desk.town, uuid });
  if (!household) throw notFound();
  return household;
}
