import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { TeamType } from '../teams/team.type.ts';

@ObjectType('Notice', { description: 'A notice 公告 that a team shows on the board 公示牌 of its block.' })
export class NoticeType {
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'What it is about, in one line.' })
  title: string;
  @Field(() => String, { description: 'What it says.' })
  text: string;
  @Field(() => DateScalar, { description: 'The first day on which it is shown.' })
  validFrom: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is not shown any more; null while no end is known.',
  })
  validTo: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was posted.' })
  postedAt: Date;
}

@InputType('PostNoticeInput', { description: 'A notice to post.' })
export class PostNoticeInput extends KeyedInput {
  @Field(() => ID, { description: 'The team whose notice it is.' })
  team: string;
  @Field(() => String, { description: 'What it is about: one line of at most 60 characters.' })
  title: string;
  @Field(() => String, {
    description: 'What it says, at most 2,000 characters. Everybody who passes the board reads it.',
  })
  text: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is shown, at most seven days ago; today unless told.',
  })
  from?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is not shown any more; until it is taken down unless told.',
  })
  to?: string | null;
}

@InputType('TakeDownNoticeInput', { description: 'A notice to take down.' })
export class TakeDownNoticeInput extends KeyedInput {
  @Field(() => ID, { description: 'The notice.' })
  notice: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it is not shown any more; today unless told, or its first day where that is to come.',
  })
  on?: string | null;
}

@ObjectType('PostNoticePayload', { description: 'What `postNotice` did.' })
export class PostNoticePayload {
  @Field(() => NoticeType, { description: 'The notice.' })
  notice: NoticeType;
  @Field(() => TeamType, { description: 'The team.' })
  team: TeamType;
}

@ObjectType('TakeDownNoticePayload', { description: 'What `takeDownNotice` did.' })
export class TakeDownNoticePayload {
  @Field(() => NoticeType, { description: 'The notice. On the days before it stays to be read.' })
  notice: NoticeType;
  @Field(() => TeamType, { description: 'The team.' })
  team: TeamType;
}
