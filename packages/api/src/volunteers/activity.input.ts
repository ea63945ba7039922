import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VolunteerActivityKindType, VolunteerActivityType } from './activity.type.ts';

const text = 'at most 2,000 characters';

@InputType('AddVolunteerActivityKindInput', { description: 'A kind of activity to put on a town’s list.' })
export class AddVolunteerActivityKindInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => Int, { description: 'What an activity of it earns, 1 to 100.' })
  points: number;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it earns that, which may be past; today unless told.',
  })
  from?: string | null;
}

@InputType('SetVolunteerActivityRateInput', { description: 'What activities of a kind are to earn.' })
export class SetVolunteerActivityRateInput extends KeyedInput {
  @Field(() => ID, { description: 'The kind.' })
  activityKind: string;
  @Field(() => Int, { description: 'What an activity of it earns, 1 to 100.' })
  points: number;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it earns that, tomorrow at the earliest and unless told; what was to begin on that day or later never holds.',
  })
  from?: string | null;
}

@InputType('EndVolunteerActivityKindInput', {
  description: 'A kind of which nothing is planned any more, from today on.',
})
export class EndVolunteerActivityKindInput extends KeyedInput {
  @Field(() => ID, { description: 'The kind.' })
  activityKind: string;
}

@ObjectType('VolunteerActivityKindPayload', { description: 'The kind as the change left it.' })
export class VolunteerActivityKindPayload {
  @Field(() => VolunteerActivityKindType, { description: 'The kind.' })
  kind: VolunteerActivityKindType;
}

@InputType('PlanVolunteerActivityInput', { description: 'An activity to plan, or one that was held already.' })
export class PlanVolunteerActivityInput extends KeyedInput {
  @Field(() => ID, { description: 'Its kind.' })
  activityKind: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Where it is held: who confirms there who came; the town unless told. No block of an overlay.',
  })
  unit?: string | null;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => DateScalar, { description: 'The day, whose rate it earns.' })
  heldOn: string;
  @Field(() => String, { nullable: true, description: 'When on the day, as people write it, at most 30 characters.' })
  time?: string | null;
  @Field(() => String, { nullable: true, description: 'Where, at most 60 characters.' })
  place?: string | null;
}

@InputType('CallOffVolunteerActivityInput', {
  description: 'An activity to call off, to which nobody is confirmed to have come.',
})
export class CallOffVolunteerActivityInput extends KeyedInput {
  @Field(() => ID, { description: 'The activity.' })
  activity: string;
  @Field(() => String, { description: `Why, ${text}. Nobody’s name.` })
  reason: string;
}

@InputType('SignUpForVolunteerActivityInput', { description: 'Volunteers who are to come to an activity, or came.' })
export class SignUpForVolunteerActivityInput extends KeyedInput {
  @Field(() => ID, { description: 'The activity, not called off.' })
  activity: string;
  @Field(() => [ID], { description: 'The volunteers, 1 to 200 of them; who signed up already stays so.' })
  volunteers: string[];
}

@InputType()
abstract class SignUpsInput extends KeyedInput {
  @Field(() => ID, { description: 'The activity.' })
  activity: string;
  @Field(() => [ID], { description: 'Those who signed up for it, 1 to 200 of them.' })
  signUps: string[];
}

@InputType('WithdrawVolunteerSignUpsInput', { description: 'Those who do not come to an activity.' })
export class WithdrawVolunteerSignUpsInput extends SignUpsInput {}

@InputType('ConfirmVolunteerAttendanceInput', { description: 'Those who came to an activity.' })
export class ConfirmVolunteerAttendanceInput extends SignUpsInput {}

@InputType('UndoVolunteerAttendanceInput', { description: 'Those who did not come to an activity after all.' })
export class UndoVolunteerAttendanceInput extends SignUpsInput {
  @Field(() => String, { description: 'Why, at most 200 characters; the volunteer’s statement says so.' })
  reason: string;
}

@ObjectType('VolunteerActivityPayload', { description: 'The activity as the change left it.' })
export class VolunteerActivityPayload {
  @Field(() => VolunteerActivityType, { description: 'The activity.' })
  activity: VolunteerActivityType;
}

@InputType('VolunteerActivityFilter', { description: 'Which activities: those for which all holds that is told.' })
export class VolunteerActivityFilter {
  @Field(() => ID, { nullable: true, description: 'Of this kind.' })
  activityKind?: string | null;
  @Field(() => ID, { nullable: true, description: 'Held in this unit today, or in one under it.' })
  unit?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Held in this period.' })
  during?: PeriodInput | null;
}

@ArgsType()
export class VolunteerActivitiesArgs extends PageArgs {
  @Field(() => VolunteerActivityFilter, { nullable: true, description: 'Which to list.' })
  filter?: VolunteerActivityFilter | null;
}
