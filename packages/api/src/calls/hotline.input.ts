import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, DateTimeScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { HotlineType } from './hotline.type.ts';

const numbers = 'The numbers that people call, 1 to 20 of 3 to 12 digits.';
const opens = 'The hour of every day from which on it is answered, 0 to 23 in Shanghai';
const closes = 'The hour up to which it is answered, 1 to 24';

@InputType('OpenHotlineInput', { description: 'A hotline to open.' })
export class OpenHotlineInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The code of the town.' })
  town: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit whose it is, no block and nothing in one; the town’s own unless told.',
  })
  unit?: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [String], { description: numbers })
  telephones: string[];
  @Field(() => Int, { defaultValue: 0, description: `${opens}.` })
  opensAt: number;
  @Field(() => Int, { defaultValue: 24, description: `${closes}.` })
  closesAt: number;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is answered; today unless told.' })
  from?: string | null;
}

@InputType('ReviseHotlineInput', { description: 'A hotline to describe anew. What is not told stays.' })
export class ReviseHotlineInput extends VersionedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;
  @Field(() => [String], { nullable: true, description: numbers })
  telephones?: string[] | null;
  @Field(() => Int, { nullable: true, description: `${opens}.` })
  opensAt?: number | null;
  @Field(() => Int, { nullable: true, description: `${closes}.` })
  closesAt?: number | null;
}

@InputType('EndHotlineInput', { description: 'A hotline that is answered no more.' })
export class EndHotlineInput extends KeyedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is answered no more; today unless told.',
  })
  on?: string | null;
}

@InputType('DutyInput', { description: 'Somebody’s duty, of full hours.' })
export class DutyInput {
  @Field(() => ID, { description: 'The person of the town.' })
  person: string;
  @Field(() => String, {
    nullable: true,
    description: 'Which of the hotline’s numbers they answer; whichever rings unless told.',
  })
  telephone?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it begins, on a full hour.' })
  from: Date;
  @Field(() => Int, { description: 'How many hours it lasts, 1 to 24.' })
  hours: number;
}

@InputType('RosterDutiesInput', { description: 'Duties to put into the roster of a hotline.' })
export class RosterDutiesInput extends KeyedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => [DutyInput], { description: 'The duties, 1 to 200.' })
  duties: DutyInput[];
}

@InputType('CancelDutyInput', { description: 'A duty to take back.' })
export class CancelDutyInput extends KeyedInput {
  @Field(() => ID, { description: 'The duty.' })
  duty: string;
}

@InputType('CopyRosterInput', { description: 'A week of a roster to copy into those that follow it.' })
export class CopyRosterInput extends KeyedInput {
  @Field(() => ID, { description: 'The hotline.' })
  hotline: string;
  @Field(() => DateScalar, { description: 'Any day of the week to copy, which begins on a Monday.' })
  week: string;
  @Field(() => Int, { description: 'Into how many of the weeks that follow, 1 to 26.' })
  weeks: number;
}

@ObjectType('HotlinePayload', { description: 'The hotline as the change left it.' })
export class HotlinePayload {
  @Field(() => HotlineType, { description: 'The hotline.' })
  hotline: HotlineType;
}

@ObjectType('RosterPayload', { description: 'The hotline whose roster was changed.' })
export class RosterPayload {
  @Field(() => HotlineType, { description: 'The hotline.' })
  hotline: HotlineType;
  @Field(() => Int, { description: 'How many duties were put into the roster; those that were there are left out.' })
  added: number;
}
