import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type SignUpState, signUpStates } from './volunteer-states.ts';

@ObjectType('PointsVersion', { description: 'So many points, over a period.' })
export class PointsVersionType {
  @Field(() => Int, { description: 'How many.' })
  points: number;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

@ObjectType('VolunteerActivityKind', {
  description: 'A kind of activity 活动类别 in a town’s own list, such as 助医, with what it earns.',
})
export class VolunteerActivityKindType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [PointsVersionType], {
    description: 'What an activity of it earns 积分标准, the first day first: that of the day on which it is held.',
  })
  rates: PointsVersionType[];
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which nothing of it is planned any more; null while it is in use.',
  })
  endedOn: string | null;
}

@ObjectType('VolunteerActivity', {
  implements: NodeType,
  description:
    'An activity of volunteers 志愿活动, on a day. All who see volunteers in the town see it; who signed up, see those whose work is with the unit where it is held, or with the volunteer.',
})
export class VolunteerActivityType extends NodeType {
  typename: 'VolunteerActivity';
  townId: number;
  uuid: string;
  kindUuid: string;
  unitUuid: string | null;
  recordedById: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => DateScalar, { description: 'The day.' })
  heldOn: string;
  @Field(() => String, { nullable: true, description: 'When on the day, as people write it.' })
  time: string | null;
  @Field(() => String, { nullable: true, description: 'Where, as people write it.' })
  place: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was called off; null where it was not.' })
  calledOffAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  calledOffBecause: string | null;
}

export const VolunteerActivityConnectionType = connectionType(() => VolunteerActivityType, 'VolunteerActivity');

const SignUpStateEnum = enumOf(signUpStates);
registerEnumType(SignUpStateEnum, {
  name: 'VolunteerSignUpState',
  description: 'What has become of somebody who signed up for an activity.',
  valuesConfig: {
    SIGNED_UP: { description: 'They are to come 已报名.' },
    CONFIRMED: { description: 'They came, and have the points for it 已确认到场.' },
    WITHDRAWN: { description: 'They do not come 已退出.' },
  },
});

@ObjectType('VolunteerSignUp', { description: 'That a volunteer is to come to an activity 报名, or came.' })
export class VolunteerSignUpType {
  townId: number;
  uuid: string;
  activityUuid: string;
  volunteerUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'The name of the volunteer.' })
  name: string;
  @Field(() => SignUpStateEnum, { description: 'What has become of them.' })
  state: SignUpState;
  @Field(() => Int, { nullable: true, description: 'What coming has earned them; null where it has not.' })
  points: number | null;
}
