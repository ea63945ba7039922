import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { PersonType } from '../people/person.type.ts';
import { requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import { unitNamed } from '../units/find-unit.ts';
import { UnitType } from '../units/unit.type.ts';
import { InspectionFindingType } from './inspection-finding.type.ts';
import { findingsOfChecks } from './inspection-finding-rows.ts';
import { InspectionPlaceType } from './place.type.ts';
import { placesById } from './place-rows.ts';
import { recordInspectionRound } from './record-round.ts';
import { reviseInspectionRound, withdrawInspectionRound } from './revise-round.ts';
import {
  InspectionRoundPayload,
  RecordInspectionRoundInput,
  ReviseInspectionRoundInput,
  WithdrawInspectionRoundInput,
} from './round.input.ts';
import {
  InspectionCheckType,
  InspectionRoundType,
  InspectionRoundVersionCheckType,
  InspectionRoundVersionType,
} from './round.type.ts';
import { peopleOfChecks, roundVersionsOf, saidOfVersions } from './round-parts.ts';
import { getRound, mayRewrite, roundNow, roundsById } from './round-rows.ts';
import { InspectionSquadType } from './squad.type.ts';
import { squadsById } from './squad-rows.ts';

@Resolver(() => InspectionRoundType)
export class InspectionRoundResolver {
  @Query(() => InspectionRoundType, {
    nullable: true,
    description: 'A round of inspections by its id. NOT_FOUND where it is not open to the viewer.',
  })
  inspectionRound(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The global id of the round.' }) id: string,
  ): Promise<InspectionRoundType> {
    return getRound(ctx, id);
  }

  @Mutation(() => InspectionRoundPayload, {
    description:
      'Records a round 督查轮次 of a squad: who took part, which places were checked, and what was found at each or that nothing was. For whoever is in the squad on the day, by the person as whom they act, and for whoever manages inspections at all of the places.',
  })
  recordInspectionRound(
    @Ctx() ctx: Context,
    @Input(() => RecordInspectionRoundInput) input: RecordInspectionRoundInput,
  ): Promise<InspectionRoundPayload> {
    const { townId } = requireId(input.squad, 'InspectionSquad', 'input.squad');
    return ctx.changeTown(townId, 'input.squad', 'recordInspectionRound', input, async (desk) => ({
      round: await recordInspectionRound(desk, ctx.signedIn, input),
    }));
  }

  @Mutation(() => InspectionRoundPayload, {
    description:
      'Writes a round anew. What was written before stays to be read. For whoever may record one of its squad at its places.',
  })
  reviseInspectionRound(
    @Ctx() ctx: Context,
    @Input(() => ReviseInspectionRoundInput) input: ReviseInspectionRoundInput,
  ): Promise<InspectionRoundPayload> {
    return change(ctx, 'reviseInspectionRound', input, (desk) => reviseInspectionRound(desk, ctx.signedIn, input));
  }

  @Mutation(() => InspectionRoundPayload, {
    description:
      'Withdraws a round that never was, or was recorded twice. It stays to be read and counts nowhere, with all that was found; requests that were raised from it go on. For whoever may record one of its squad at its places.',
  })
  withdrawInspectionRound(
    @Ctx() ctx: Context,
    @Input(() => WithdrawInspectionRoundInput) input: WithdrawInspectionRoundInput,
  ): Promise<InspectionRoundPayload> {
    return change(ctx, 'withdrawInspectionRound', input, (desk) => withdrawInspectionRound(desk, ctx.signedIn, input));
  }

  @FieldResolver(() => InspectionSquadType, { description: 'The squad.' })
  async squad(
    @Ctx() ctx: Context,
    @Root() { townId, squadUuid }: InspectionRoundType,
  ): Promise<InspectionSquadType | null> {
    return (await (await ctx.readTown(townId)).load(squadsById, { townId, uuid: squadUuid })) ?? null;
  }

  @FieldResolver(() => [InspectionCheckType], { description: 'The places that were checked, in order, each a check.' })
  async checks(
    @Ctx() ctx: Context,
    @Root() { townId, versionUuid }: InspectionRoundType,
  ): Promise<InspectionCheckType[]> {
    const said = await (await ctx.readTown(townId)).load(saidOfVersions, { townId, uuid: versionUuid });
    return said.map(({ check }) => check);
  }

  @FieldResolver(() => [PersonType], { description: 'The people who took part in any of its checks, by name.' })
  async people(@Ctx() ctx: Context, @Root() { townId, versionUuid }: InspectionRoundType): Promise<PersonType[]> {
    const said = await (await ctx.readTown(townId)).load(saidOfVersions, { townId, uuid: versionUuid });
    const all = new Map(said.flatMap(({ people }) => people).map((person) => [person.uuid, person]));
    return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  @FieldResolver(() => [InspectionRoundVersionType], { description: 'All that was written about it, the first first.' })
  async versions(
    @Ctx() ctx: Context,
    @Root() { townId, uuid }: InspectionRoundType,
  ): Promise<InspectionRoundVersionType[]> {
    return (await ctx.readTown(townId)).load(roundVersionsOf, { townId, uuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded it, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: InspectionRoundType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who withdrew it, as the town knows them.' })
  withdrawnBy(@Ctx() ctx: Context, @Root() { townId, withdrawnById }: InspectionRoundType): Promise<string | null> {
    return accountName(ctx, townId, withdrawnById);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the viewer may write it anew and withdraw it; no more once it is withdrawn.',
  })
  async viewerMayRevise(@Ctx() ctx: Context, @Root() round: InspectionRoundType): Promise<boolean> {
    return round.withdrawnAt === null && mayRewrite(await ctx.readTown(round.townId), ctx.signedIn, round);
  }
}

@Resolver(() => InspectionRoundVersionType)
export class InspectionRoundVersionResolver {
  @FieldResolver(() => [InspectionRoundVersionCheckType], {
    description: 'The checks as this version says, in order, with who took part in each.',
  })
  async checks(
    @Ctx() ctx: Context,
    @Root() { townId, versionUuid }: InspectionRoundVersionType,
  ): Promise<InspectionRoundVersionCheckType[]> {
    return (await ctx.readTown(townId)).load(saidOfVersions, { townId, uuid: versionUuid });
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who wrote it, as the town knows them.' })
  writtenBy(@Ctx() ctx: Context, @Root() { townId, writtenById }: InspectionRoundVersionType): Promise<string | null> {
    return accountName(ctx, townId, writtenById);
  }
}

@Resolver(() => InspectionCheckType)
export class InspectionCheckResolver {
  @FieldResolver(() => InspectionRoundType, { description: 'The round.' })
  async round(
    @Ctx() ctx: Context,
    @Root() { townId, roundUuid }: InspectionCheckType,
  ): Promise<InspectionRoundType | null> {
    return (await (await ctx.readTown(townId)).load(roundsById, { townId, uuid: roundUuid })) ?? null;
  }

  @FieldResolver(() => InspectionPlaceType, { description: 'The place that was checked.' })
  async place(
    @Ctx() ctx: Context,
    @Root() { townId, placeUuid }: InspectionCheckType,
  ): Promise<InspectionPlaceType | null> {
    return (await (await ctx.readTown(townId)).load(placesById, { townId, uuid: placeUuid })) ?? null;
  }

  @FieldResolver(() => UnitType, {
    description: 'The block for which it counts, for a unit above the blocks the unit, as it was on that day.',
  })
  block(
    @Ctx() ctx: Context,
    @Root() { townId, blockUuid, inspectedOn }: InspectionCheckType,
  ): Promise<UnitType | null> {
    return unitNamed(ctx, townId, blockUuid, inspectedOn);
  }

  @FieldResolver(() => [PersonType], { description: 'Who took part in it, by name: each is a person-time 人次.' })
  async people(@Ctx() ctx: Context, @Root() { townId, uuid }: InspectionCheckType): Promise<PersonType[]> {
    return (await ctx.readTown(townId)).load(peopleOfChecks, { townId, uuid });
  }

  @FieldResolver(() => [InspectionFindingType], {
    description: 'What was found, in the order in which it was recorded.',
  })
  async findings(@Ctx() ctx: Context, @Root() { townId, uuid }: InspectionCheckType): Promise<InspectionFindingType[]> {
    return (await ctx.readTown(townId)).load(findingsOfChecks, { townId, uuid });
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it was said that nothing was found 未发现问题, and nothing was added since.',
  })
  async nothingFound(@Ctx() ctx: Context, @Root() { townId, uuid }: InspectionCheckType): Promise<boolean> {
    return (await (await ctx.readTown(townId)).load(findingsOfChecks, { townId, uuid })).length === 0;
  }
}

/** Runs a change of one round and answers it as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed & { round: string },
  work: (desk: Desk) => Promise<string>,
): Promise<InspectionRoundPayload> {
  const { townId } = requireId(input.round, 'InspectionRound', 'input.round');
  return ctx.changeTown(townId, 'input.round', operation, input, async (desk) => ({
    round: await roundNow(desk, await work(desk)),
  }));
}
