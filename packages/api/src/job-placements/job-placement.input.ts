import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { JobPlacementType } from './job-placement.type.ts';

@InputType('RecordJobPlacementInput', { description: 'A job that was found for a resident.' })
export class RecordJobPlacementInput extends KeyedInput {
  @Field(() => ID, { description: 'The resident, who is in a household of the town on the day.' })
  resident: string;
  @Field(() => String, { description: 'Who took them on, at most 60 characters.' })
  employer: string;
  @Field(() => String, { description: 'What they do there, at most 60 characters.' })
  post: string;
  @Field(() => String, { nullable: true, description: 'Who found it, at most 60 characters.' })
  foundBy?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which they were taken on; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class JobPlacementChangeInput extends VersionedInput {
  @Field(() => ID, { description: 'The job.' })
  jobPlacement: string;
}

@InputType('EndJobPlacementInput', { description: 'A job that a resident has left.' })
export class EndJobPlacementInput extends JobPlacementChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they are not in it any more: not ahead; today unless told.',
  })
  on?: string | null;
}

@InputType('WithdrawJobPlacementInput', { description: 'A job that was recorded by mistake.' })
export class WithdrawJobPlacementInput extends JobPlacementChangeInput {
  @Field(() => String, { description: 'Why, at most 2,000 characters.' })
  reason: string;
}

@ObjectType('JobPlacementPayload', { description: 'The job as the change left it.' })
export class JobPlacementPayload {
  @Field(() => JobPlacementType, { description: 'The job.' })
  jobPlacement: JobPlacementType;
}

@InputType('JobPlacementFilter', { description: 'Which jobs: those for which all holds that is told.' })
export class JobPlacementFilter {
  @Field(() => ID, { nullable: true, description: 'Of a household that stands in this unit today, or under it.' })
  unit?: string | null;
  @Field(() => PeriodInput, { nullable: true, description: 'Found in this period.' })
  found?: PeriodInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they have left it by today.' })
  left?: boolean | null;
}

@ArgsType()
export class JobPlacementsArgs extends PageArgs {
  @Field(() => JobPlacementFilter, { nullable: true, description: 'Which to list.' })
  filter?: JobPlacementFilter | null;
}
