import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type DoubleBookingKind, doubleBookingKinds } from './roster.ts';

@ObjectType('Hotline', {
  implements: NodeType,
  description: 'A hotline 热线 of a unit or of the town, such as the social workers’ of a community 社工热线.',
})
export class HotlineType extends NodeType {
  typename: 'Hotline';
  townId: number;
  uuid: string;
  unitUuid: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [String], { description: 'The numbers that people call, digits alone.' })
  telephones: string[];
  @Field(() => Int, { description: 'The hour of every day from which on it is answered, 0 to 23 in Shanghai.' })
  opensAt: number;
  @Field(() => Int, {
    description: 'The hour up to which it is answered, 1 to 24. From 0 to 24 is round the clock 24小时.',
  })
  closesAt: number;
  @Field(() => DateScalar, { description: 'The first day on which it is answered.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while it goes on.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change of it; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('HotlineDuty', { description: 'Somebody’s duty 值班 at a hotline, from hour to hour.' })
export class HotlineDutyType {
  townId: number;
  uuid: string;
  hotlineUuid: string;
  personUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, {
    nullable: true,
    description: 'Which of the hotline’s numbers they answer; null for whichever rings.',
  })
  telephone: string | null;
  @Field(() => DateTimeScalar, { description: 'When it begins, on a full hour.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends, on a full hour.' })
  to: Date;
}

@ObjectType('RosterGap', { description: 'Hours at which a hotline is to be answered and nobody is on duty 空班.' })
export class RosterGapType {
  @Field(() => DateTimeScalar, { description: 'When they begin.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'When they end.' })
  to: Date;
}

const DoubleBookingKindEnum = enumOf(doubleBookingKinds);
registerEnumType(DoubleBookingKindEnum, {
  name: 'DoubleBookingKind',
  description: 'What is booked twice.',
  valuesConfig: {
    PERSON: { description: 'A person is on two duties at once, be it at another hotline of the town.' },
    TELEPHONE: { description: 'Two people are to answer one number at once.' },
  },
});

@ObjectType('DoubleBooking', { description: 'Two duties that do not go together 重复排班.' })
export class DoubleBookingType {
  @Field(() => DoubleBookingKindEnum, { description: 'What is booked twice.' })
  kind: DoubleBookingKind;
  @Field(() => DateTimeScalar, { description: 'From when.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  to: Date;
  @Field(() => [HotlineDutyType], { description: 'The two duties.' })
  duties: HotlineDutyType[];
}

@ObjectType('HotlineRoster', { description: 'Who is on duty at a hotline in some days, and what is wrong with it.' })
export class HotlineRosterType {
  @Field(() => [HotlineDutyType], { description: 'The duties that reach into those days, by when they begin.' })
  duties: HotlineDutyType[];
  @Field(() => [RosterGapType], { description: 'Hours of those days at which nobody is on duty.' })
  gaps: RosterGapType[];
  @Field(() => [DoubleBookingType], { description: 'Duties that do not go together.' })
  doubleBookings: DoubleBookingType[];
}
