import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type PointEntryKind, pointEntryKinds } from './volunteer-states.ts';

@ObjectType('Volunteer', {
  implements: NodeType,
  description:
    'A volunteer 志愿者 of a unit: a person who acts for the town, never a visited resident, with the points that they have. Seen by those in charge of the unit, and by whoever acts as that person.',
})
export class VolunteerType extends NodeType {
  typename: 'Volunteer';
  townId: number;
  uuid: string;
  personUuid: string;
  unitUuid: string;
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Field(() => Int, {
    description: 'What points they have 积分余额. Never less than nothing, however many spend at once.',
  })
  balance: number;
  @Field(() => DateScalar, { description: 'The first day on which they were one.' })
  registeredOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they are none any more; what points they have can still be spent.',
  })
  endedOn: string | null;
  @Field(() => Int, { description: 'Grows when they are revised; give it as `expectedVersion`.' })
  version: number;
}

export const VolunteerConnectionType = connectionType(() => VolunteerType, 'Volunteer');

const PointEntryKindEnum = enumOf(pointEntryKinds);
registerEnumType(PointEntryKindEnum, {
  name: 'PointEntryKind',
  description: 'What an entry of a statement of points is.',
  valuesConfig: {
    EARNED: { description: 'Earned by an activity 获得.' },
    EARNING_UNDONE: { description: 'Taken back, as they did not come after all 撤销.' },
    SPENT: { description: 'Spent 兑换.' },
    GIVEN_BACK: { description: 'Given back, as what they were spent on was taken back 退回.' },
  },
});

@ObjectType('PointEntry', { description: 'An entry of a statement of points 积分明细. Never changed.' })
export class PointEntryType {
  townId: number;
  activityUuid: string | null;
  redemptionUuid: string | null;
  recordedById: string;
  @Field(() => PointEntryKindEnum, { description: 'What it is.' })
  kind: PointEntryKind;
  @Field(() => Int, { description: 'By how much; less than nothing where points go.' })
  amount: number;
  @Field(() => Int, { description: 'What there was after it.' })
  balance: number;
  @Field(() => DateScalar, { description: 'The day on which it was booked.' })
  bookedOn: string;
  @Field(() => String, { nullable: true, description: 'Why, where something is taken back.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}

@ObjectType('PointStatement', {
  description:
    'What became of the points of a volunteer in a period 积分对账单: by the days on which entries were booked, so that what is over stays as it is.',
})
export class PointStatementType {
  @Field(() => Int, { description: 'What they had before the first day.' })
  opening: number;
  @Field(() => Int, { description: 'What they earned, less what was taken back of that.' })
  earned: number;
  @Field(() => Int, { description: 'What they spent, less what was given back of that.' })
  spent: number;
  @Field(() => Int, { description: 'What they had after the last day.' })
  closing: number;
  @Field(() => [PointEntryType], { description: 'The entries, the first one first.' })
  entries: PointEntryType[];
}
