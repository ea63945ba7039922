import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { GuidanceStationType, WorkAssignmentType, WorkRoleEnum } from './party-work.type.ts';
import type { WorkRole } from './work-assignment.entity.ts';

@InputType('AssignWorkerInput', {
  description: 'Somebody to assign to an organisation, or to all organisations of a unit and of what stands under it.',
})
export class AssignWorkerInput extends KeyedInput {
  @Field(() => ID, { description: 'The person of the town.' })
  person: string;
  @Field(() => WorkRoleEnum, { description: 'As what.' })
  role: WorkRole;
  @Field(() => ID, { nullable: true, description: 'The organisation; this or `unit`.' })
  organization?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit, such as a village; this or `organization`.' })
  unit?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
}

@InputType('EndWorkAssignmentInput', { description: 'An assignment to end.' })
export class EndWorkAssignmentInput extends KeyedInput {
  @Field(() => ID, { description: 'The assignment.' })
  assignment: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('WorkAssignmentPayload', { description: 'The assignment as the change left it.' })
export class WorkAssignmentPayload {
  @Field(() => WorkAssignmentType, { description: 'The assignment.' })
  assignment: WorkAssignmentType;
}

@InputType('OpenGuidanceStationInput', { description: 'A guidance station to open.' })
export class OpenGuidanceStationInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'Its name, at most 60 characters; no other has it at the time.' })
  name: string;
  @Field(() => String, { description: 'The centre that runs it, such as 农业服务中心; at most 60 characters.' })
  host: string;
  @Field(() => ID, { description: 'The Party organisation whose secretary leads it.' })
  ledBy: string;
  @Field(() => [ID], { description: 'The kinds of organisation that it guides.' })
  kinds: string[];
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
}

@InputType('ChangeGuidanceStationInput', { description: 'What to change of a guidance station.' })
export class ChangeGuidanceStationInput extends VersionedInput {
  @Field(() => ID, { description: 'The station.' })
  station: string;
  @Field(() => String, { nullable: true, description: 'Its name; as it is unless told.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'The centre that runs it; as it is unless told.' })
  host?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The Party organisation whose secretary leads it; as it is unless told.',
  })
  ledBy?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'All kinds of organisation that it guides from the day on; as they are unless told.',
  })
  kinds?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'From which day on it guides other kinds; today unless told.',
  })
  from?: string | null;
}

@InputType('CloseGuidanceStationInput', { description: 'A guidance station to close.' })
export class CloseGuidanceStationInput extends KeyedInput {
  @Field(() => ID, { description: 'The station.' })
  station: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('GuidanceStationPayload', { description: 'The guidance station as the change left it.' })
export class GuidanceStationPayload {
  @Field(() => GuidanceStationType, { description: 'The station.' })
  station: GuidanceStationType;
}
