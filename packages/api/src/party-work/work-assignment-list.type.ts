import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { connectionType, PageArgs } from '../schema/connection.ts';
import { DateScalar } from '../schema/scalars.ts';
import { WorkAssignmentType, WorkRoleEnum } from './party-work.type.ts';
import type { WorkRole } from './work-assignment.entity.ts';

@InputType('WorkAssignmentFilter', { description: 'Which assignments: those for which all holds that is told.' })
export class WorkAssignmentFilter {
  @Field(() => [WorkRoleEnum], { nullable: true, description: 'As one of these.' })
  role?: WorkRole[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those to all organisations of a unit, or those to single organisations.',
  })
  toUnit?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description: 'To this unit or one under it, or to organisations there, as the tree is on the day.',
  })
  unit?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this person, where the viewer sees who is assigned.' })
  person?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'To this organisation, by itself or with all of a unit that it is in or under on the day.',
  })
  organization?: string | null;
}

@ArgsType()
export class WorkAssignmentsArgs extends PageArgs {
  @Field(() => WorkAssignmentFilter, { nullable: true, description: 'Which to list.' })
  filter?: WorkAssignmentFilter | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which to look; the town’s `asOf` unless told.' })
  asOf?: string | null;
}

export const WorkAssignmentConnectionType = connectionType(() => WorkAssignmentType, 'WorkAssignment');
export type WorkAssignmentConnectionType = InstanceType<typeof WorkAssignmentConnectionType>;
