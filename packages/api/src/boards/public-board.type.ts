import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../schema/scalars.ts';
import { type TeamRole, TeamRoleEnum } from '../teams/team.type.ts';

@ObjectType('PublicMember', { description: 'Somebody of a team who agreed to be shown on boards.' })
export class PublicMemberType {
  @Field(() => String, { description: 'The name.' })
  name: string;
  @Field(() => TeamRoleEnum, { description: 'In which role.' })
  role: TeamRole;
  @Field(() => String, { nullable: true, description: 'The telephone number, where that was agreed to.' })
  telephone: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Where the photograph is, a JPEG below the platform’s address, where that was agreed to.',
  })
  photo: string | null;
}

@ObjectType('PublicNotice', { description: 'A notice 公告 on a board today.' })
export class PublicNoticeType {
  @Field(() => String, { description: 'What it is about.' })
  title: string;
  @Field(() => String, { description: 'What it says.' })
  text: string;
  @Field(() => DateScalar, { description: 'The first day on which it is shown.' })
  validFrom: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is not; null while none is known.',
  })
  validTo: string | null;
}

@ObjectType('PublicTeam', { description: 'A team of a block, as everybody sees it.' })
export class PublicTeamType {
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [PublicMemberType], { description: 'Who of it agreed to be shown, the lead first.' })
  members: PublicMemberType[];
  @Field(() => [PublicNoticeType], { description: 'What it shows today, the newest first.' })
  notices: PublicNoticeType[];
}

@ObjectType('PublicNumber', { description: 'A number 便民电话 that residents may need.' })
export class PublicNumberType {
  @Field(() => String, { description: 'Whose it is.' })
  label: string;
  @Field(() => String, { description: 'The number.' })
  telephone: string;
}

@ObjectType('PublicBoard', { description: 'The board 公示牌 of a block as everybody reads it, today.' })
export class PublicBoardType {
  @Field(() => ID, { description: 'Its code: what its short link `/b/…` ends with.' })
  code: string;
  @Field(() => String, { description: 'The name of the block.' })
  name: string;
  @Field(() => String, { description: 'The name of the town.' })
  town: string;
  @Field(() => [String], { description: 'What the block stands under in the town, the highest first.' })
  above: string[];
  @Field(() => String, { description: 'What its team promises 服务承诺.' })
  promise: string;
  @Field(() => [PublicTeamType], { description: 'Its teams, by name.' })
  teams: PublicTeamType[];
  @Field(() => [PublicNumberType], { description: 'Useful numbers, those of the neighbourhood first.' })
  numbers: PublicNumberType[];
}
