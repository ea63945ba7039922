import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateTimeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';

@ObjectType('BoardPromise', { description: 'A service promise 服务承诺 as it stood on a board.' })
export class BoardPromiseType {
  @Field(() => String, { description: 'What is promised.' })
  text: string;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When another took its place; null for what stands.' })
  supersededAt: Date | null;
}

@ObjectType('Board', {
  description:
    'The public board 公示牌 of a block: who of its team agreed to be shown, what the team promises, its notices and useful numbers. Everybody reads it by its link (`publicBoard`).',
})
export class BoardType {
  townId: number;
  uuid: string;
  unitUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its code: what its short link `/b/…` ends with.' })
  code: string;
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while everybody reads it.' })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnBecause: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@InputType('PublishBoardInput', { description: 'A board to publish.' })
export class PublishBoardInput extends KeyedInput {
  @Field(() => ID, { description: 'The block whose board it is.' })
  block: string;
  @Field(() => String, { description: 'What its team promises, at most 2,000 characters. Everybody reads it.' })
  promise: string;
}

@InputType('RevisePromiseInput', { description: 'Another promise on a board.' })
export class RevisePromiseInput extends VersionedInput {
  @Field(() => ID, { description: 'The board.' })
  board: string;
  @Field(() => String, { description: 'What is promised from now on, at most 2,000 characters.' })
  promise: string;
}

@InputType('WithdrawBoardInput', { description: 'A board to withdraw.' })
export class WithdrawBoardInput extends KeyedInput {
  @Field(() => ID, { description: 'The board. Its link leads nowhere from then on, and another one has another link.' })
  board: string;
  @Field(() => String, { description: 'Why, at most 60 characters.' })
  reason: string;
}

@ObjectType('BoardPayload', { description: 'What a change of a board did.' })
export class BoardPayload {
  @Field(() => BoardType, { description: 'The board.' })
  board: BoardType;
}
