import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { errorCodes } from '../errors.ts';
import type { HandlingClass } from '../handling/classes.ts';
import { HandlingClassEnum } from '../handling/handling.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import type { VisitWay } from '../visits/visit.entity.ts';
import { RecordVisitInput, VisitRequestInput } from '../visits/visit.input.ts';
import { VisitType, VisitWayEnum } from '../visits/visit.type.ts';

const SyncStatusEnum = enumOf(['RECORDED', 'HELD', 'DROPPED']);
registerEnumType(SyncStatusEnum, {
  name: 'VisitSyncStatus',
  description: 'What became of a visit that was made without a network and sent later.',
  valuesConfig: {
    RECORDED: { description: 'It is recorded, now or since it was first sent: the client may forget it.' },
    HELD: { description: 'It could not be taken, and is kept with the reason until somebody deals with it.' },
    DROPPED: { description: 'It was held, and then dropped on purpose, with a reason.' },
  },
});
export type VisitSyncStatus = keyof typeof SyncStatusEnum;

/** What is stored of a visit that is held, but for what was said at it. */
interface HeldVisitRow {
  townId: number;
  uuid: string;
  clientId: string;
  accountId: string;
  teams: readonly string[];
  householdUuid: string | null;
  messageKey: string;
  messageValues: Record<string, string | number>;
  settledBy: string | null;
}

@ObjectType('HeldVisit', {
  implements: NodeType,
  description:
    'A visit that was made without a network and could not be taken when it was sent 待处理走访. Whoever sent it sees it, and those who lead their teams or are in charge of the household.',
})
export class HeldVisitType extends NodeType {
  typename: 'HeldVisit';
  townId: number;
  row: HeldVisitRow;
  @Field(() => String, { description: 'The UUID that its client gave the visit.' })
  clientId: string;
  @Field(() => DateScalar, { description: 'The day of the visit.' })
  visitedOn: string;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => String, {
    description: `Why it could not be taken, as an error’s code: ${Object.keys(errorCodes).join(', ')}.`,
  })
  code: string;
  @Field(() => String, { nullable: true, description: 'The field at fault, as the input of recordVisit has it.' })
  field: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was noted, by the clock of the visitor’s device.' })
  notedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it was first sent.' })
  receivedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it was last tried in vain.' })
  triedAt: Date;
  @Field(() => SyncStatusEnum, { description: 'HELD until it is recorded after all, or dropped.' })
  status: VisitSyncStatus;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded after all, or dropped.' })
  settledAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  settledReason: string | null;
}

@ObjectType('HeldVisitRequest', { description: 'What is to be handled as a request 诉求 once the visit is recorded.' })
export class HeldVisitRequestType {
  townId: number;
  heldUuid: string;
  index: number;
  sender: string;
  subjectUuid: string | null;
  photoIds: readonly string[];
  @Field(() => HandlingClassEnum, { nullable: true, description: 'Its class of handling, where it was said.' })
  handlingClass: HandlingClass | null;
  @Field(() => Boolean, { description: 'Whether it was handled at the visit.' })
  handled: boolean;
}

@ObjectType('VisitSyncResult', { description: 'What became of one of the visits that were sent.' })
export class VisitSyncResultType {
  @Field(() => String, { description: 'The UUID that its client gave the visit.' })
  clientId: string;
  @Field(() => SyncStatusEnum, { description: 'What became of it.' })
  status: VisitSyncStatus;
  @Field(() => VisitType, {
    nullable: true,
    description:
      'The visit as it is recorded; of one whose household has gone out of the sender’s reach since, the id alone.',
  })
  visit: VisitType | null;
  @Field(() => HeldVisitType, { nullable: true, description: 'What is held of it, and why.' })
  held: HeldVisitType | null;
}

@InputType('SyncVisitsInput', { description: 'Visits that were made without a network, in any order.' })
export class SyncVisitsInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => [RecordVisitInput], { description: '1 to 50 visits, each with `clientId` and `notedAt`.' })
  visits: RecordVisitInput[];
}

@ObjectType('SyncVisitsPayload', { description: 'What `syncVisits` did.' })
export class SyncVisitsPayload {
  @Field(() => [VisitSyncResultType], {
    description: 'What became of each visit, in the order in which they were sent.',
  })
  results: VisitSyncResultType[];
}

@InputType('RecordHeldVisitInput', {
  description: 'A visit that is held, to be recorded after all: as it was sent, but for what is told here.',
})
export class RecordHeldVisitInput extends KeyedInput {
  @Field(() => ID, { description: 'The visit that is held.' })
  held: string;
  @Field(() => ID, { nullable: true, description: 'The household.' })
  household?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day.' })
  visitedOn?: string | null;
  @Field(() => VisitWayEnum, { nullable: true, description: 'How the household was met.' })
  way?: VisitWay | null;
  @Field(() => [ID], { nullable: true, description: 'The people who made the visit.' })
  visitors?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The household’s basic situation.' })
  situation?: string | null;
  @Field(() => String, { nullable: true, description: 'What the residents ask for.' })
  demand?: string | null;
  @Field(() => String, { nullable: true, description: 'What service was given.' })
  service?: string | null;
  @Field(() => String, { nullable: true, description: 'What came of it.' })
  outcome?: string | null;
  @Field(() => [VisitRequestInput], { nullable: true, description: 'What is to be handled as requests.' })
  requests?: VisitRequestInput[] | null;
}

@InputType('DropHeldVisitInput', { description: 'A visit that is held and is not to be recorded.' })
export class DropHeldVisitInput extends KeyedInput {
  @Field(() => ID, { description: 'The visit that is held.' })
  held: string;
  @Field(() => String, { description: 'Why. One line of at most 200 characters.' })
  reason: string;
}

@ObjectType('HeldVisitPayload', { description: 'The visit that was held, as the change left it.' })
export class HeldVisitPayload {
  @Field(() => HeldVisitType, { description: 'What was held.' })
  held: HeldVisitType;
  @Field(() => VisitType, { nullable: true, description: 'The visit, where it is recorded now.' })
  visit: VisitType | null;
}

export const HeldVisitConnectionType = connectionType(() => HeldVisitType, 'HeldVisit');
export type HeldVisitConnectionType = InstanceType<typeof HeldVisitConnectionType>;
