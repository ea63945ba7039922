import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { type LedgerFaultKind, ledgerFaultKinds } from './volunteer-states.ts';

@ObjectType('PointSum', {
  description: 'What was earned and spent of a kind of activity, of what points are spent on, or in a unit.',
})
export class PointSumType {
  townId: number;
  activityKindUuid: string | null;
  rewardUuid: string | null;
  unitUuid: string | null;
  @Field(() => Int, { description: 'What was earned, less what was taken back of that.' })
  earned: number;
  @Field(() => Int, { description: 'What was spent, less what was given back of that.' })
  spent: number;
}

@ObjectType('PointSums', {
  description: 'What became of the points of a town in a period 积分汇总, by the days on which entries were booked.',
})
export class PointSumsType {
  @Field(() => Int, { description: 'What all volunteers had before the first day.' })
  opening: number;
  @Field(() => Int, { description: 'What they earned, less what was taken back of that.' })
  earned: number;
  @Field(() => Int, { description: 'What they spent, less what was given back of that.' })
  spent: number;
  @Field(() => Int, { description: 'What they had after the last day.' })
  closing: number;
  @Field(() => [PointSumType], {
    description: 'By kind of activity, in the town’s order; those by which nothing was earned are left out.',
  })
  byActivityKind: PointSumType[];
  @Field(() => [PointSumType], {
    description: 'By what points were spent on, in the town’s order; what nothing was spent on is left out.',
  })
  byReward: PointSumType[];
  @Field(() => [PointSumType], { description: 'By the unit of which the volunteers are today.' })
  byUnit: PointSumType[];
}

const LedgerFaultKindEnum = enumOf(ledgerFaultKinds);
registerEnumType(LedgerFaultKindEnum, {
  name: 'VolunteerLedgerFaultKind',
  description: 'What does not agree with the ledger.',
  valuesConfig: {
    BALANCE: { description: 'What a volunteer has, with what the entries come to.' },
    STOCK: { description: 'What is on the shelf, with what the entries come to.' },
    EARNING: { description: 'What coming to an activity has earned, with what was booked for it.' },
    RATE: { description: 'What coming to an activity has earned, with the rate of its day.' },
    REDEMPTION: { description: 'What was spent, with what was booked for it.' },
    GOODS: { description: 'How many goods were taken, with how many were booked.' },
  },
});

@ObjectType('VolunteerLedgerFault', {
  description: 'Something that does not agree with the ledger. There should be none.',
})
export class VolunteerLedgerFaultType {
  @Field(() => LedgerFaultKindEnum, { description: 'What.' })
  kind: LedgerFaultKind;
  @Field(() => String, {
    description:
      'The id in the town of what is at fault: of the volunteer, the reward, or what was signed up for or redeemed.',
  })
  of: string;
  @Field(() => Int, { description: 'What is kept.' })
  kept: number;
  @Field(() => Int, { description: 'What the ledger, or the rate, says.' })
  booked: number;
}

@ObjectType('VolunteerLedger', {
  description:
    'The ledger of points of a town, added up anew when it is asked for 对账: whoever sees all volunteers of the town may check it.',
})
export class VolunteerLedgerType {
  @Field(() => Int, { description: 'What the town has issued, less what was taken back.' })
  issued: number;
  @Field(() => Int, { description: 'What volunteers have. With what is redeemed it is what was issued.' })
  held: number;
  @Field(() => Int, { description: 'What was redeemed, less what was given back.' })
  redeemed: number;
  @Field(() => Int, { description: 'How many entries it has, of points and of goods.' })
  entries: number;
  @Field(() => [VolunteerLedgerFaultType], { description: 'What does not agree, at most 100; none where all does.' })
  faults: VolunteerLedgerFaultType[];
}
