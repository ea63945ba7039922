import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { accountName } from '../accounts/account-name.ts';
import type { Context } from '../context.ts';
import { PartnerType } from '../people/person.type.ts';
import { partnersById } from '../people/person-rows.ts';
import { ProgrammeType } from '../programmes/programme.type.ts';
import { unitsOfProgrammes } from '../programmes/programme-parts.ts';
import { unitsById } from '../units/find-unit.ts';
import { placeWith } from '../units/standing-under.ts';
import { UnitType } from '../units/unit.type.ts';
import { ContestRoundType, ContestStandingType, ContestTeamType, ContestType } from './contest.type.ts';
import { roundsOfContests, scoresOfRounds, teamsOfContests } from './contest-rows.ts';
import { ranked } from './standings.ts';
import { teamsInRound } from './teams-in-round.ts';

@Resolver(() => ProgrammeType)
export class ProgrammeContestResolver {
  @FieldResolver(() => ContestType, {
    nullable: true,
    description: 'The contest between teams that it is; null where no teams take part.',
  })
  async contest(@Ctx() ctx: Context, @Root() { townId, uuid, takers }: ProgrammeType): Promise<ContestType | null> {
    if (takers !== 'TEAM') return null;
    const desk = await ctx.readTown(townId);
    const [teams, rounds] = await Promise.all([
      desk.load(teamsOfContests, { townId, uuid }),
      desk.load(roundsOfContests, { townId, uuid }),
    ]);
    return { townId, programmeUuid: uuid, teams, rounds };
  }
}

@Resolver(() => ContestType)
export class ContestResolver {
  @FieldResolver(() => [UnitType], {
    description:
      'The units for whose teams the programme is, as they stand today, of which and under which none has entered: who is missing, and `enterContestTeams` mends it.',
  })
  async unitsWithout(@Ctx() ctx: Context, @Root() contest: ContestType): Promise<UnitType[]> {
    const { townId, programmeUuid: uuid, teams } = contest;
    const desk = await ctx.readTown(townId);
    const standing = (unit: string) => placeWith(desk, townId, unit);
    const entered = teams.flatMap(({ unitUuid, withdrawnAt }) => (withdrawnAt === null ? (unitUuid ?? []) : []));
    const above = new Set((await Promise.all(entered.map(standing))).flatMap(({ units }) => units));
    const named = await desk.load(unitsOfProgrammes, { townId, uuid });
    const stands = (await Promise.all(named.map(standing))).flatMap(({ units: [unit] }) => unit ?? []);
    const without = [...new Set(stands)].filter((unit) => !above.has(unit));
    const load = (unit: string) => desk.load(unitsById, { townId, asOf: ctx.today, uuid: unit });
    return (await Promise.all(without.map(load))).flatMap((unit) => unit ?? []);
  }
}

@Resolver(() => ContestTeamType)
export class ContestTeamResolver {
  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit whose team it is, as it is today or was last; null for a partner organisation’s.',
  })
  async unit(@Ctx() ctx: Context, @Root() { townId, unitUuid: uuid }: ContestTeamType): Promise<UnitType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(unitsById, { townId, asOf: ctx.today, uuid })) ?? null;
  }

  @FieldResolver(() => PartnerType, {
    nullable: true,
    description: 'The partner organisation 共建单位 whose team it is; null for a unit’s.',
  })
  async partner(
    @Ctx() ctx: Context,
    @Root() { townId, partnerUuid: uuid }: ContestTeamType,
  ): Promise<PartnerType | null> {
    if (uuid === null) return null;
    return (await (await ctx.readTown(townId)).load(partnersById, { townId, uuid })) ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who recorded that it entered, as the town knows them.' })
  recordedBy(@Ctx() ctx: Context, @Root() { townId, recordedById }: ContestTeamType): Promise<string | null> {
    return accountName(ctx, townId, recordedById);
  }
}

@Resolver(() => ContestRoundType)
export class ContestRoundResolver {
  @FieldResolver(() => [ContestStandingType], {
    description:
      'The teams that compete in it, the best one first, then those without a score: of the first round all that entered, later those that the one before sent on. None while that is not decided.',
  })
  async standings(@Ctx() ctx: Context, @Root() round: ContestRoundType): Promise<ContestStandingType[]> {
    const desk = await ctx.readTown(round.townId);
    const [teams, scores] = await Promise.all([
      teamsInRound(desk, round),
      desk.load(scoresOfRounds, { townId: round.townId, uuid: round.uuid }),
    ]);
    const byId = new Map(teams.map((team) => [team.uuid, team]));
    const tells = round.decidedAt !== null && round.goesOn !== null;
    const standings = ranked(scores, round.fewestWins).flatMap(({ team: uuid, score, rank, goesOn }) => {
      const team = byId.get(uuid);
      return team ? { team, score: score / 100, rank, goesOn: tells ? goesOn : null } : [];
    });
    const scored = new Set(scores.map(({ team }) => team));
    const without = teams.filter(({ uuid }) => !scored.has(uuid));
    const none = { score: null, rank: null, goesOn: tells ? false : null };
    return [...standings, ...without.map((team) => ({ team, ...none }))];
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who decided it, as the town knows them.' })
  async decidedBy(@Ctx() ctx: Context, @Root() { townId, decidedById }: ContestRoundType): Promise<string | null> {
    return decidedById === null ? null : accountName(ctx, townId, decidedById);
  }
}
