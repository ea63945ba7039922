import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ProgrammeType } from '../programmes/programme.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';

@InputType('ContestTeamInput', { description: 'A team that enters a contest.' })
export class ContestTeamInput {
  @Field(() => String, {
    description: 'Its name, at most 60 characters, of which there is no other in the contest. Nobody’s.',
  })
  name: string;
  @Field(() => ID, { nullable: true, description: 'The unit whose team it is; either this or `partner`.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'The partner organisation whose team it is.' })
  partner?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many people are in it, 1 to 1,000.' })
  people?: number | null;
}

@InputType('EnterContestTeamsInput', { description: 'Teams that enter a contest: all of them or none.' })
export class EnterContestTeamsInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme, in which teams take part, and which is open.' })
  programme: string;
  @Field(() => [ContestTeamInput], { description: 'The teams, 1 to 200.' })
  teams: ContestTeamInput[];
}

@InputType('WithdrawContestTeamInput', {
  description: 'A team to take out of a contest. The scores that it has stay; it competes in no further round.',
})
export class WithdrawContestTeamInput extends KeyedInput {
  @Field(() => ID, { description: 'The team, not taken out.' })
  team: string;
  @Field(() => String, { description: 'Why, at most 2,000 characters. Nobody’s name.' })
  reason: string;
}

@InputType('ContestRoundInput', { description: 'A round of a contest.' })
export class ContestRoundInput {
  @Field(() => String, { description: 'Its name, at most 60 characters: 初赛, 决赛.' })
  name: string;
  @Field(() => DateScalar, { description: 'The day, within those of the programme and not before the round before.' })
  heldOn: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many teams go on to the next round, fewer than to this one, 1 to 500; told of every round but the last.',
  })
  goesOn?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the lowest score is the best one, as of seconds or mistakes; the highest is unless told.',
  })
  fewestWins?: boolean | null;
}

@InputType('PlanContestRoundsInput', {
  description:
    'The rounds of a contest as they are to be. Those in which a team has a score are named first, as they are.',
})
export class PlanContestRoundsInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme, in which teams take part.' })
  programme: string;
  @Field(() => [ContestRoundInput], { description: 'The rounds, 1 to 10, the final last.' })
  rounds: ContestRoundInput[];
}

@InputType('ContestScoreInput', { description: 'The score of a team in a round.' })
export class ContestScoreInput {
  @Field(() => ID, { description: 'The team, which competes in the round.' })
  team: string;
  @Field(() => Float, { description: 'The score, -1,000,000 to 1,000,000 with two places at the most.' })
  score: number;
}

@InputType('RecordContestScoresInput', {
  description:
    'Scores of teams in a round, of all of them or of none. What was recorded before and differs is superseded.',
})
export class RecordContestScoresInput extends KeyedInput {
  @Field(() => ID, { description: 'The round, not decided, of a day that is not ahead.' })
  round: string;
  @Field(() => [ContestScoreInput], { description: 'The scores, 1 to 500, of each team once.' })
  scores: ContestScoreInput[];
}

@InputType('DecideContestRoundInput', { description: 'A round to decide by its scores.' })
export class DecideContestRoundInput extends KeyedInput {
  @Field(() => ID, { description: 'The round, not decided, in which a team has a score. Who has none does not go on.' })
  round: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Where equals are at the limit of how many go on: those of them who do, as they were drawn or competed once more. None otherwise.',
  })
  among?: string[] | null;
}

@InputType('ReopenContestRoundInput', {
  description: 'A round that was decided to take up again, as a score was wrong.',
})
export class ReopenContestRoundInput extends KeyedInput {
  @Field(() => ID, { description: 'The round, decided, while no team has a score in the next one.' })
  round: string;
}

@ObjectType('ContestPayload', { description: 'The contest as the change left it.' })
export class ContestPayload {
  @Field(() => ProgrammeType, { description: 'The programme.' })
  programme: ProgrammeType;
}
