import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Keyed } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { programmesById } from '../programmes/programme-rows.ts';
import { type IdType, requireId } from '../schema/global-id.ts';
import { Input } from '../schema/keyed.input.ts';
import {
  ContestPayload,
  DecideContestRoundInput,
  EnterContestTeamsInput,
  PlanContestRoundsInput,
  RecordContestScoresInput,
  ReopenContestRoundInput,
  WithdrawContestTeamInput,
} from './contest.input.ts';
import { decideRound, reopenRound } from './decide-round.ts';
import { enterTeams } from './enter-teams.ts';
import { planRounds } from './plan-rounds.ts';
import { recordScores } from './record-scores.ts';
import { withdrawTeam } from './withdraw-team.ts';

@Resolver()
export class ContestMutations {
  @Mutation(() => ContestPayload, { description: 'Enters teams in a contest 团队报名: all of them or none.' })
  enterContestTeams(
    @Ctx() ctx: Context,
    @Input(() => EnterContestTeamsInput) input: EnterContestTeamsInput,
  ): Promise<ContestPayload> {
    const named = { id: input.programme, type: 'Programme', field: 'input.programme' } as const;
    return change(ctx, 'enterContestTeams', input, named, (desk) => enterTeams(desk, ctx.signedIn, input));
  }

  @Mutation(() => ContestPayload, { description: 'Takes a team out of a contest 退赛.' })
  withdrawContestTeam(
    @Ctx() ctx: Context,
    @Input(() => WithdrawContestTeamInput) input: WithdrawContestTeamInput,
  ): Promise<ContestPayload> {
    const named = { id: input.team, type: 'ContestTeam', field: 'input.team' } as const;
    return change(ctx, 'withdrawContestTeam', input, named, (desk) => withdrawTeam(desk, ctx.signedIn, input));
  }

  @Mutation(() => ContestPayload, {
    description: 'Says which rounds a contest has 赛程, from the first one to the final.',
  })
  planContestRounds(
    @Ctx() ctx: Context,
    @Input(() => PlanContestRoundsInput) input: PlanContestRoundsInput,
  ): Promise<ContestPayload> {
    const named = { id: input.programme, type: 'Programme', field: 'input.programme' } as const;
    return change(ctx, 'planContestRounds', input, named, (desk) => planRounds(desk, ctx.signedIn, input));
  }

  @Mutation(() => ContestPayload, {
    description: 'Records the scores of teams in a round 登记比分: of all of them or of none.',
  })
  recordContestScores(
    @Ctx() ctx: Context,
    @Input(() => RecordContestScoresInput) input: RecordContestScoresInput,
  ): Promise<ContestPayload> {
    return changeRound(ctx, 'recordContestScores', input, (desk) => recordScores(desk, ctx.signedIn, input));
  }

  @Mutation(() => ContestPayload, {
    description: 'Decides a round by its scores 定晋级: the best go on to the next one; in the final the places stand.',
  })
  decideContestRound(
    @Ctx() ctx: Context,
    @Input(() => DecideContestRoundInput) input: DecideContestRoundInput,
  ): Promise<ContestPayload> {
    return changeRound(ctx, 'decideContestRound', input, (desk) => decideRound(desk, ctx.signedIn, input));
  }

  @Mutation(() => ContestPayload, { description: 'Takes a round up again that was decided 撤回晋级.' })
  reopenContestRound(
    @Ctx() ctx: Context,
    @Input(() => ReopenContestRoundInput) input: ReopenContestRoundInput,
  ): Promise<ContestPayload> {
    return changeRound(ctx, 'reopenContestRound', input, (desk) => reopenRound(desk, ctx.signedIn, input));
  }
}

function changeRound(
  ctx: Context,
  operation: string,
  input: Keyed & { round: string },
  work: (desk: Desk) => Promise<string>,
): Promise<ContestPayload> {
  return change(ctx, operation, input, { id: input.round, type: 'ContestRound', field: 'input.round' }, work);
}

/** Changes what an input names in a town, and answers the contest as the change left it. */
function change(
  ctx: Context,
  operation: string,
  input: Keyed,
  { id, type, field }: { id: string; type: IdType; field: string },
  work: (desk: Desk) => Promise<string>,
): Promise<ContestPayload> {
  const { townId } = requireId(id, type, field);
  return ctx.changeTown(townId, field, operation, input, async (desk) => {
    const uuid = await work(desk);
    desk.forget();
    const programme = await desk.load(programmesById, { townId, uuid });
    if (!programme) throw notFound(field);
    return { programme };
  });
}
