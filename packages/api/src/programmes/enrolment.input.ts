import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { AttendanceStateEnum, EnrolmentStateEnum, ProgrammeEnrolmentType } from './enrolment.type.ts';
import type { AttendanceState, EnrolmentState } from './programme-states.ts';

@InputType('EnrolInProgrammeInput', {
  description: 'Residents or households to enrol in a programme: all of them or none. Who finds no place waits.',
})
export class EnrolInProgrammeInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme, which is open.' })
  programme: string;
  @Field(() => ID, {
    nullable: true,
    description: 'To which session they come, where each comes to one of them; else none is told.',
  })
  session?: string | null;
  @Field(() => [ID], {
    description:
      'Who: residents, or households, as the programme takes; 1 to 500, each once, within its ages, categories and units, and not enrolled.',
  })
  takers: string[];
}

@InputType()
abstract class EnrolmentChangeInput extends VersionedInput {
  @Field(() => ID, {
    description: 'The enrolment, not taken back, of a programme that is neither over nor called off.',
  })
  enrolment: string;
}

@InputType('WithdrawEnrolmentInput', { description: 'An enrolment to take back. Whoever waits next gets the place.' })
export class WithdrawEnrolmentInput extends EnrolmentChangeInput {
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason: string;
}

@InputType('MoveEnrolmentInput', { description: 'An enrolment to move to another session, which has a place.' })
export class MoveEnrolmentInput extends EnrolmentChangeInput {
  @Field(() => ID, { description: 'The session.' })
  session: string;
}

@ObjectType('EnrolInProgrammePayload', { description: 'The enrolments that were made.' })
export class EnrolInProgrammePayload {
  @Field(() => [ProgrammeEnrolmentType], { description: 'The enrolments, in the order of the input.' })
  enrolments: ProgrammeEnrolmentType[];
}

@ObjectType('EnrolmentPayload', { description: 'The enrolment as the change left it.' })
export class EnrolmentPayload {
  @Field(() => ProgrammeEnrolmentType, { description: 'The enrolment.' })
  enrolment: ProgrammeEnrolmentType;
  @Field(() => Int, { description: 'How many who waited have got a place by it.' })
  movedUp: number;
}

@InputType('AttendanceFilter', { description: 'What is known of whether somebody came to a session.' })
export class AttendanceFilter {
  @Field(() => ID, { description: 'The session.' })
  session: string;
  @Field(() => AttendanceStateEnum, { description: 'What is known.' })
  is: AttendanceState;
}

@InputType('EnrolmentFilter', { description: 'Which enrolments: those for which all holds that is told.' })
export class EnrolmentFilter {
  @Field(() => [EnrolmentStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: EnrolmentState[] | null;
  @Field(() => ID, { nullable: true, description: 'Of a household that stands in this unit today, or under it.' })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'To this session.' })
  session?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is recorded with what they came out of it: those with a place of whom it is not are who is still to be marked.',
  })
  hasResult?: boolean | null;
  @Field(() => AttendanceFilter, { nullable: true, description: 'Of whom this is known of a session.' })
  attendance?: AttendanceFilter | null;
}

@ArgsType()
export class EnrolmentsArgs extends PageArgs {
  @Field(() => EnrolmentFilter, { nullable: true, description: 'Which to list.' })
  filter?: EnrolmentFilter | null;
}

@InputType('CandidateFilter', { description: 'Which candidates: those for whom all holds that is told.' })
export class CandidateFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they take part or wait already; those who do not are who is missing.',
  })
  enrolled?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they had a place in one of the programmes of `Programme.series` that began before it.',
  })
  tookPartBefore?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Of a household that stands in this unit today, or under it.' })
  unit?: string | null;
}

@ArgsType()
export class CandidatesArgs extends PageArgs {
  @Field(() => CandidateFilter, { nullable: true, description: 'Which to list.' })
  filter?: CandidateFilter | null;
}
