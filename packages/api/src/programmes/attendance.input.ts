import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { ProgrammeSessionType } from './programme.type.ts';

@InputType('AttendanceInput', { description: 'Whether somebody who takes part came to a session.' })
export class AttendanceInput {
  @Field(() => ID, { description: 'Their enrolment, with a place at the session.' })
  enrolment: string;
  @Field(() => Boolean, { description: 'Whether they came, or what is given was taken to them.' })
  attended: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'What they were given, at most 60 characters, only where they came.',
  })
  given?: string | null;
}

@InputType('RecordAttendanceInput', {
  description:
    'Who came to a session: of all of them or of none. Of whom something was recorded already it is recorded anew, and what was is kept.',
})
export class RecordAttendanceInput extends KeyedInput {
  @Field(() => ID, { description: 'The session, not called off and not ahead.' })
  session: string;
  @Field(() => [AttendanceInput], { description: 'Who came and who did not, 1 to 500 of them, each once.' })
  attendances: AttendanceInput[];
}

@ObjectType('RecordAttendancePayload', { description: 'The session, and of whom it was recorded.' })
export class RecordAttendancePayload {
  @Field(() => ProgrammeSessionType, { description: 'The session.' })
  session: ProgrammeSessionType;
  @Field(() => [ProgrammeEnrolmentType], { description: 'The enrolments, in the order of the input.' })
  enrolments: ProgrammeEnrolmentType[];
}
