import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('ContestTeam', { description: 'A team 参赛队 that entered a contest. Nobody in it is named.' })
export class ContestTeamType {
  townId: number;
  uuid: string;
  programmeUuid: string;
  unitUuid: string | null;
  partnerUuid: string | null;
  recordedById: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name, of which there is no other in the contest.' })
  name: string;
  @Field(() => Int, { nullable: true, description: 'How many people are in it; null where that is not said.' })
  people: number | null;
  @Field(() => DateScalar, { description: 'The day on which it entered.' })
  enteredOn: string;
  @Field(() => DateTimeScalar, { description: 'When that was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken out; null unless it was.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken out; null unless it was.' })
  withdrawnBecause: string | null;
}

@ObjectType('ContestRound', { description: 'A round 轮次 of a contest, from the first one to the final 决赛.' })
export class ContestRoundType {
  townId: number;
  uuid: string;
  programmeUuid: string;
  decidedById: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => Int, { description: 'Which one it is, from 1 on.' })
  seq: number;
  @Field(() => String, { description: 'Its name: 初赛, 决赛.' })
  name: string;
  @Field(() => DateScalar, { description: 'The day on which it is held.' })
  heldOn: string;
  @Field(() => Int, { nullable: true, description: 'How many teams go on to the next round 晋级; null in the final.' })
  goesOn: number | null;
  @Field(() => Boolean, { description: 'Whether the lowest score is the best one, as of seconds or mistakes.' })
  fewestWins: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null while it is not.' })
  decidedAt: Date | null;
}

@ObjectType('ContestStanding', { description: 'What a team has in a round.' })
export class ContestStandingType {
  @Field(() => ContestTeamType, { description: 'The team.' })
  team: ContestTeamType;
  @Field(() => Float, { nullable: true, description: 'Its score, two places at the most; null while there is none.' })
  score: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Its place 名次: one more than how many teams are better, so that equals share it. Null without a score.',
  })
  rank: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it goes on to the next round; null while the round is not decided, and in the final.',
  })
  goesOn: boolean | null;
}

@ObjectType('Contest', { description: 'A contest between teams 团队竞赛: which entered, and the rounds to the final.' })
export class ContestType {
  townId: number;
  programmeUuid: string;
  @Field(() => [ContestTeamType], {
    description: 'The teams in the order in which they entered, those taken out among them.',
  })
  teams: ContestTeamType[];
  @Field(() => [ContestRoundType], { description: 'The rounds, the first one first.' })
  rounds: ContestRoundType[];
}
