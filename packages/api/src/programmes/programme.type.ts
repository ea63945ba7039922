import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { MoneyScalar } from '../schema/money.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type ProgrammeKind,
  type ProgrammeState,
  type ProgrammeStep,
  type ProgrammeTakers,
  programmeKinds,
  programmeStates,
  programmeSteps,
  programmeTakers,
} from './programme-states.ts';

export const ProgrammeKindEnum = enumOf(programmeKinds);
registerEnumType(ProgrammeKindEnum, {
  name: 'ProgrammeKind',
  description: 'How a programme 服务项目 goes.',
  valuesConfig: {
    DELIVERY: { description: 'Recurring delivery 定期配送, such as of vegetables every week.' },
    COURSE: { description: 'A course in phases 分期课程.' },
    EVENT: { description: 'An event of a day 一日活动.' },
    HEALTH_CHECK: { description: 'A health check 体检.' },
    CONTEST: { description: 'A contest 竞赛.' },
    CONDOLENCE: { description: 'A round of condolence visits 慰问.' },
    TRAINING: { description: 'A training 培训.' },
  },
});

export const ProgrammeTakersEnum = enumOf(programmeTakers);
registerEnumType(ProgrammeTakersEnum, {
  name: 'ProgrammeTakers',
  description: 'Who takes part in a programme 参加对象.',
  valuesConfig: {
    RESIDENT: { description: 'Residents, one by one.' },
    HOUSEHOLD: { description: 'Households.' },
    TEAM: { description: 'Teams of units and partner organisations, in a contest between them: `Programme.contest`.' },
  },
});

export const ProgrammeStateEnum = enumOf(programmeStates);
registerEnumType(ProgrammeStateEnum, {
  name: 'ProgrammeState',
  description: 'What a programme is at the moment.',
  valuesConfig: {
    PLANNED: { description: 'Planned 筹备中: nobody can enrol yet.' },
    OPEN: { description: 'Open 报名中: people are enrolled.' },
    CLOSED: { description: 'Closed 报名截止: nobody is enrolled any more, and it goes on.' },
    FINISHED: { description: 'Finished 已结束.' },
    CANCELLED: { description: 'Called off 已取消.' },
  },
});

export const ProgrammeStepEnum = enumOf(programmeSteps);
registerEnumType(ProgrammeStepEnum, {
  name: 'ProgrammeStep',
  description: 'What can be done with a programme.',
  valuesConfig: {
    PLAN: { description: 'Plan 立项: `planProgramme`.' },
    REVISE: { description: 'Say anew what it is 修改: `reviseProgramme`.' },
    SCHEDULE: { description: 'Set days for it 排期: `scheduleProgrammeSessions`.' },
    RESCHEDULE: { description: 'Change a session 调整场次: `rescheduleProgrammeSession`.' },
    CALL_OFF: { description: 'Call a session off 取消场次: `callOffProgrammeSession`.' },
    OPEN: { description: 'Open it to enrol in 开放报名: `openProgramme`.' },
    CLOSE: { description: 'Close it to further enrolments 截止报名: `closeProgramme`.' },
    FINISH: { description: 'Put down that it is over 结束: `finishProgramme`.' },
    CANCEL: { description: 'Call it off 取消: `cancelProgramme`.' },
  },
});

@ObjectType('Programme', {
  implements: NodeType,
  description:
    'A programme 服务项目 of a town: what it is, for whom, on which days, and with how many places. All who work for the town see it, and how many take part; who does, see those whose work is with the household.',
})
export class ProgrammeType extends NodeType {
  typename: 'Programme';
  townId: number;
  uuid: string;
  seriesUuid: string;
  offerUuid: string | null;
  unitUuid: string | null;
  recordedById: string;
  @Field(() => ProgrammeKindEnum, { description: 'How it goes.' })
  kind: ProgrammeKind;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'What is offered, as residents are told.' })
  about: string;
  @Field(() => ProgrammeTakersEnum, { description: 'Who takes part: residents, households, or teams.' })
  takers: ProgrammeTakers;
  @Field(() => Boolean, {
    description: 'Whether each comes to one of its sessions, as to a health check, instead of all of them.',
  })
  oneSession: boolean;
  @Field(() => DateScalar, { description: 'Its first day.' })
  firstDay: string;
  @Field(() => DateScalar, { description: 'Its last day.' })
  lastDay: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'How old one is at least who takes part, or somebody of the household: the year of `firstDay` less that of birth. Null for any age; who has no year of birth is of none.',
  })
  ageFrom: number | null;
  @Field(() => Int, { nullable: true, description: 'How old one is at the most, counted in the same way.' })
  ageTo: number | null;
  @Field(() => Int, { nullable: true, description: 'How many may take part altogether; null for any number.' })
  places: number | null;
  @Field(() => MoneyScalar, { nullable: true, description: 'What it may cost 预算; null where that is not said.' })
  budget: number | null;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What it is to cost for each who takes part 人均费用; null where that is not said.',
  })
  costPerHead: number | null;
  @Field(() => ProgrammeStateEnum, { description: 'What it is at the moment.' })
  state: ProgrammeState;
  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  recordedAt: Date;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const ProgrammeConnectionType = connectionType(() => ProgrammeType, 'Programme');
export type ProgrammeConnectionType = InstanceType<typeof ProgrammeConnectionType>;

@ObjectType('ProgrammeSession', { description: 'A session 场次 of a programme: a day of it.' })
export class ProgrammeSessionType {
  townId: number;
  uuid: string;
  programmeUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day.' })
  heldOn: string;
  @Field(() => String, { nullable: true, description: 'When on the day, as people write it: 8:00—10:30.' })
  time: string | null;
  @Field(() => String, { nullable: true, description: 'Where, as people write it.' })
  place: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many may come, where each comes to one of the sessions; null for any number.',
  })
  places: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was called off; null unless it was.' })
  calledOffAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was called off; null unless it was.' })
  calledOffBecause: string | null;
}

@ObjectType('ProgrammeEvent', {
  description: 'One step of a programme: who took it, and what the programme was after it. Never changed.',
})
export class ProgrammeEventType {
  townId: number;
  recordedById: string;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => ProgrammeStepEnum, { description: 'What was done.' })
  step: ProgrammeStep;
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  recordedAt: Date;
  @Field(() => ProgrammeStateEnum, { description: 'What the programme was after it.' })
  state: ProgrammeState;
  @Field(() => String, { nullable: true, description: 'What was written with it: which days, or why.' })
  text: string | null;
}

@ObjectType('ProgrammeTransition', {
  description:
    'That a step leads from some states of a programme to another one. All take `PROGRAMME_MANAGE` where the programme is held.',
})
export class ProgrammeTransitionType {
  @Field(() => ProgrammeStepEnum, { description: 'The step.' })
  step: ProgrammeStep;
  @Field(() => [ProgrammeStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: ProgrammeState[];
  @Field(() => ProgrammeStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: ProgrammeState | null;
}
