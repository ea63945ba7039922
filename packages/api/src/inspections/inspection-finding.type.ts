import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type FindingKind,
  type FindingState,
  type FindingStep,
  findingKinds,
  findingStates,
  findingSteps,
} from './inspection-terms.ts';

export const FindingKindEnum = enumOf(findingKinds);
registerEnumType(FindingKindEnum, {
  name: 'InspectionFindingKind',
  description: 'What a finding is about.',
  valuesConfig: {
    MINORS: { description: 'Minors were let in 接纳未成年人.' },
    IDENTITY: { description: 'Guests were not registered by their identity 未实名登记.' },
    HOURS: { description: 'Open beyond the hours 超时营业.' },
    LICENCE: { description: 'Licences are missing or not shown 证照问题.' },
    CONTENT: { description: 'Content that is not allowed 违规内容.' },
    FIRE_SAFETY: { description: 'Fire safety 消防安全.' },
    HYGIENE: { description: 'Hygiene and the environment 环境卫生.' },
    ORDER: { description: 'Order and noise 秩序扰民.' },
    OTHER: { description: 'Something else 其他.' },
  } satisfies Record<FindingKind, object>,
});

export const FindingStateEnum = enumOf(findingStates);
registerEnumType(FindingStateEnum, {
  name: 'InspectionFindingState',
  description: 'What has become of a finding.',
  valuesConfig: {
    OPEN: { description: 'Nothing yet 待整改.' },
    MENDED: { description: 'It was mended 已整改.' },
    REQUESTED: { description: 'It was raised as a request 已转诉求, whose fate it shares.' },
  } satisfies Record<FindingState, object>,
});

export const FindingStepEnum = enumOf(findingSteps);
registerEnumType(FindingStepEnum, {
  name: 'InspectionFindingStep',
  description: 'What can be done with a finding.',
  valuesConfig: {
    RECORD: { description: 'Record it: `recordInspectionRound`, `addInspectionFinding`.' },
    CORRECT: { description: 'Write it anew 更正: `correctInspectionFinding`.' },
    FOLLOW_UP: { description: 'Note how it goes on 跟进: `followUpInspectionFinding`.' },
    MEND: { description: 'Note that it was mended 整改: `mendInspectionFinding`.' },
    RAISE: { description: 'Raise it as a request 转诉求: `raiseInspectionFinding`.' },
    REOPEN: { description: 'Open it again 重新整改: `reopenInspectionFinding`.' },
  } satisfies Record<FindingStep, object>,
});

@ObjectType('InspectionFinding', {
  implements: NodeType,
  description: 'Something that was not in order at a check 督查发现, with what became of it.',
})
export class InspectionFindingType extends NodeType {
  typename: 'InspectionFinding';
  townId: number;
  uuid: string;
  checkUuid: string;
  requestUuid: string | null;
  withdrawn: boolean;
  @Field(() => FindingKindEnum, { description: 'What it is about.' })
  kind: FindingKind;
  @Field(() => FindingStateEnum, { description: 'What has become of it.' })
  state: FindingState;
  @Field(() => Boolean, {
    description: 'Whether it was mended 已整改: by itself, or as the request that it was raised as, which is handled.',
  })
  mended: boolean;
  @Field(() => DateScalar, { description: 'The day of the check.' })
  inspectedOn: string;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const InspectionFindingConnectionType = connectionType(() => InspectionFindingType, 'InspectionFinding');
export type InspectionFindingConnectionType = InstanceType<typeof InspectionFindingConnectionType>;

@ObjectType('InspectionFindingEvent', { description: 'One step of a finding. Never changed.' })
export class InspectionFindingEventType {
  townId: number;
  recordedById: string;
  requestUuid: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => FindingStepEnum, { description: 'What was done.' })
  step: FindingStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => FindingStateEnum, { description: 'What had become of it after the step.' })
  state: FindingState;
  @Field(() => FindingKindEnum, { description: 'What it was about after the step.' })
  kind: FindingKind;
  @Field(() => String, { nullable: true, description: 'What was written with it.' })
  text: string | null;
}
