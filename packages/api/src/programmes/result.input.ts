import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { ProgrammeEnrolmentType } from './enrolment.type.ts';
import { ProgrammeType } from './programme.type.ts';

@InputType('ResultInput', { description: 'With what somebody came out of a programme.' })
export class ResultInput {
  @Field(() => ID, { description: 'Their enrolment, with a place.' })
  enrolment: string;
  @Field(() => Boolean, { description: 'Whether they passed.' })
  passed: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The mark, the place or the prize, at most 60 characters: 92 分, 一等奖.',
  })
  mark?: string | null;
}

@InputType('RecordResultsInput', {
  description:
    'Results of a programme: all of them or none. Of whom there is one already it is recorded anew, and what was is kept.',
})
export class RecordResultsInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme, opened and not called off.' })
  programme: string;
  @Field(() => [ResultInput], { description: 'The results, 1 to 500, each of somebody else.' })
  results: ResultInput[];
}

@InputType('IssueCertificatesInput', { description: 'Certificates to issue to who passed: all of them or none.' })
export class IssueCertificatesInput extends KeyedInput {
  @Field(() => ID, { description: 'The programme.' })
  programme: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The enrolments of who gets one, 1 to 500, each once, passed and without one that stands; unless told, the first 500 of all such.',
  })
  enrolments?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which they are good; good for ever unless told.',
  })
  validTo?: string | null;
}

@InputType('RevokeCertificateInput', { description: 'A certificate to revoke: that of an enrolment which stands.' })
export class RevokeCertificateInput extends VersionedInput {
  @Field(() => ID, { description: 'The enrolment.' })
  enrolment: string;
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason: string;
}

@ObjectType('ProgrammeResultsPayload', { description: 'The programme, and the enrolments of which something changed.' })
export class ProgrammeResultsPayload {
  @Field(() => ProgrammeType, { description: 'The programme.' })
  programme: ProgrammeType;
  @Field(() => [ProgrammeEnrolmentType], {
    description: 'The enrolments, in the order of the input, else of their numbers.',
  })
  enrolments: ProgrammeEnrolmentType[];
}
