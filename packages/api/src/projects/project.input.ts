import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../schema/connection.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { PeriodInput } from '../schema/period.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { StepInput } from '../schema/step.input.ts';
import { ProjectStateEnum, ProjectType } from './project.type.ts';
import type { ProjectState } from './project-states.ts';

const text = 'at most 2,000 characters';
const names = 'Nobody’s name.';

@InputType('ProposeProjectInput', {
  description: 'A project of the year to propose, with the requests that led to it.',
})
export class ProposeProjectInput extends KeyedInput {
  @Field(() => Int, { description: 'The year whose project it is to be, such as the next one.' })
  year: number;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, { description: `What is to be done, ${text}. ${names}` })
  goal: string;
  @Field(() => ID, { description: 'What it is about: a subject of the town that is in use on the day.' })
  subject: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'The units in which it is done, at most 50 of them, no block of an overlay; the whole town unless told.',
  })
  units?: string[] | null;
  @Field(() => String, { nullable: true, description: 'What it may cost and who pays, at most 100 characters.' })
  budget?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'The requests that led to it, at most 500, each in no other project that is under way or done.',
  })
  requests?: string[] | null;
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Links all requests about its subject, too, that were raised in this period, stand today in its units, are open to the caller and in no project.',
  })
  raised?: PeriodInput | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was proposed; today unless told.' })
  on?: string | null;
}

@InputType()
abstract class ProjectStepInput extends StepInput {
  @Field(() => ID, { description: 'The project.' })
  project: string;
}

@InputType('ReviseProjectInput', { description: 'A proposal as it is to be from now on.' })
export class ReviseProjectInput extends ProjectStepInput {
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => String, { description: `What is to be done, ${text}. ${names}` })
  goal: string;
  @Field(() => [ID], { description: 'The units in which it is done, at most 50 of them; none for the whole town.' })
  units: string[];
  @Field(() => String, { nullable: true, description: 'What it may cost and who pays, at most 100 characters.' })
  budget?: string | null;
}

@InputType('LinkRequestsInput', { description: 'Further requests that led to a project.' })
export class LinkRequestsInput extends ProjectStepInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'The requests, at most 500, each in no other project that is under way or done.',
  })
  requests?: string[] | null;
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Links all requests about its subject, too, that were raised in this period, stand today in its units, are open to the caller and in no project.',
  })
  raised?: PeriodInput | null;
}

@InputType('UnlinkRequestsInput', { description: 'Requests to take out of a project.' })
export class UnlinkRequestsInput extends ProjectStepInput {
  @Field(() => [ID], { description: 'The requests, 1 to 500 of them.' })
  requests: string[];
}

@InputType('AdoptProjectInput', { description: 'A project to adopt.' })
export class AdoptProjectInput extends ProjectStepInput {
  @Field(() => ID, { description: 'The person who sees to it.' })
  holder: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day by which it is to be done, not before today’s step.',
  })
  dueOn?: string | null;
  @Field(() => String, { nullable: true, description: `What is to be said of it, ${text}. ${names}` })
  note?: string | null;
}

@InputType('RejectProjectInput', { description: 'A project not to adopt.' })
export class RejectProjectInput extends ProjectStepInput {
  @Field(() => String, { description: `Why, ${text}. ${names}` })
  reason: string;
}

@InputType('ReportProjectInput', { description: 'How far a project is.' })
export class ReportProjectInput extends ProjectStepInput {
  @Field(() => String, { description: `What was done, ${text}. ${names}` })
  report: string;
}

@InputType('CompleteProjectInput', { description: 'A project that is done.' })
export class CompleteProjectInput extends ProjectStepInput {
  @Field(() => String, { description: `What came of it, ${text}. ${names}` })
  result: string;
}

@InputType('DropProjectInput', { description: 'A project to give up.' })
export class DropProjectInput extends ProjectStepInput {
  @Field(() => String, { description: `Why, ${text}. ${names}` })
  reason: string;
}

@ObjectType('ProjectPayload', { description: 'The project as the step left it.' })
export class ProjectPayload {
  @Field(() => ProjectType, { description: 'The project.' })
  project: ProjectType;
}

@InputType('ProjectFilter', { description: 'Which projects: those for which all holds that is told.' })
export class ProjectFilter {
  @Field(() => Int, { nullable: true, description: 'Of this year.' })
  year?: number | null;
  @Field(() => [ProjectStateEnum], { nullable: true, description: 'In one of these states.' })
  state?: ProjectState[] | null;
  @Field(() => ID, { nullable: true, description: 'About this subject.' })
  subject?: string | null;
  @Field(() => ID, { nullable: true, description: 'Done in this unit today, or in one under it.' })
  unit?: string | null;
}

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Field(() => ProjectFilter, { nullable: true, description: 'Which to list.' })
  filter?: ProjectFilter | null;
}
