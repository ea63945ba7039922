import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../schema/scalars.ts';
import { ProgrammeSessionType } from './programme.type.ts';

@ObjectType('ProgrammeAttendance', {
  description: 'Whether somebody who takes part in a programme came to a session of it 签到, and what they were given.',
})
export class ProgrammeAttendanceType {
  townId: number;
  recordedById: string;
  @Field(() => ProgrammeSessionType, { description: 'The session.' })
  session: ProgrammeSessionType;
  @Field(() => Boolean, { description: 'Whether they came, or what is given was taken to them.' })
  attended: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'What they were given, as people write it; null where nothing was put down.',
  })
  given: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}
