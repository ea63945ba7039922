import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PermissionEnum } from '../access/permission.type.ts';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { type ProjectState, type ProjectStep, projectStates, projectSteps } from './project-states.ts';

export const ProjectStateEnum = enumOf(projectStates);
registerEnumType(ProjectStateEnum, {
  name: 'ProjectState',
  description: 'What a project of the year 实事项目 is at the moment.',
  valuesConfig: {
    PROPOSED: { description: 'Proposed 已提出: to be adopted or not.' },
    ADOPTED: { description: 'Adopted 已立项, and being done.' },
    COMPLETED: { description: 'Completed 已完成.' },
    REJECTED: { description: 'Not adopted 未立项.' },
    DROPPED: { description: 'Given up 已终止 after it was adopted.' },
  },
});

export const ProjectStepEnum = enumOf(projectSteps);
registerEnumType(ProjectStepEnum, {
  name: 'ProjectStep',
  description: 'What can be done with a project.',
  valuesConfig: {
    PROPOSE: { description: 'Propose 提出: `proposeProject`.' },
    REVISE: { description: 'Write the proposal anew 修改: `reviseProject`.' },
    LINK: { description: 'Link requests 关联诉求: `linkRequests`.' },
    UNLINK: { description: 'Take requests out 取消关联: `unlinkRequests`.' },
    ADOPT: { description: 'Adopt 立项: `adoptProject`.' },
    REJECT: { description: 'Not adopt 不予立项: `rejectProject`.' },
    REPORT: { description: 'Report how far it is 报告进展: `reportProject`.' },
    COMPLETE: { description: 'Complete 完成: `completeProject`.' },
    DROP: { description: 'Give up 终止: `dropProject`.' },
  },
});

@ObjectType('Project', {
  implements: NodeType,
  description:
    'A project of the year 实事项目: what many ask for, raised into works that the town does in a year. All who work for the town see it; a district office sees how many there are.',
})
export class ProjectType extends NodeType {
  typename: 'Project';
  townId: number;
  uuid: string;
  subjectUuid: string;
  holderUuid: string | null;
  recordedById: string;
  @Field(() => String, { description: 'What people call it by 编号, such as S2026-000003.' })
  number: string;
  @Field(() => Int, { description: 'The year whose project it is.' })
  year: number;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'What is to be done.' })
  goal: string;
  @Field(() => String, { nullable: true, description: 'What it may cost and who pays, as people write it.' })
  budget: string | null;
  @Field(() => ProjectStateEnum, { description: 'What it is at the moment.' })
  state: ProjectState;
  @Field(() => DateScalar, { description: 'The day on which it was proposed.' })
  proposedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was adopted.' })
  adoptedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day by which it is to be done, where one is set.' })
  dueOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was completed.' })
  completedOn: string | null;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const ProjectConnectionType = connectionType(() => ProjectType, 'Project');
export type ProjectConnectionType = InstanceType<typeof ProjectConnectionType>;

@ObjectType('ProjectCount', { description: 'How many projects of a year are in a state.' })
export class ProjectCountType {
  @Field(() => ProjectStateEnum, { description: 'The state.' })
  state: ProjectState;
  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('ProjectEvent', {
  description: 'One step of a project: who took it, what it brought, and what the project was after it. Never changed.',
})
export class ProjectEventType {
  townId: number;
  recordedById: string;
  holderUuid: string | null;
  /** How many requests it linked or took out. */
  linked: number | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => ProjectStepEnum, { description: 'What was done.' })
  step: ProjectStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => ProjectStateEnum, { description: 'What the project was after it.' })
  state: ProjectState;
  @Field(() => DateScalar, { nullable: true, description: 'The last day by which it was to be done after it.' })
  dueOn: string | null;
  @Field(() => String, { nullable: true, description: 'What was written with it: a reason, a report, the result.' })
  text: string | null;
}

@ObjectType('ProjectTransition', { description: 'That a step leads from some states of a project to another one.' })
export class ProjectTransitionType {
  @Field(() => ProjectStepEnum, { description: 'The step.' })
  step: ProjectStep;
  @Field(() => [ProjectStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: ProjectState[];
  @Field(() => ProjectStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: ProjectState | null;
  @Field(() => PermissionEnum, {
    description: 'The permission that it takes, at all units of the project, or, where it has none, in the town.',
  })
  permission: string;
}
