import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import {
  type Keeping,
  keepings,
  type MediationState,
  type MediationStep,
  mediationEnds,
  mediationStates,
  mediationSteps,
} from './mediation-states.ts';

const ends = {
  NOT_AGREED: { description: 'Ended without an agreement 未达成协议.' },
  BROKEN_OFF: { description: 'Broken off 终止: a party did not come, or did not want it any more.' },
  REFERRED: { description: 'Referred 移送, to a court, the police or an arbitrator.' },
};

export const MediationStateEnum = enumOf(mediationStates);
registerEnumType(MediationStateEnum, {
  name: 'MediationState',
  description: 'What a mediation 调解 is at the moment.',
  valuesConfig: {
    OPEN: { description: 'Under way 调解中.' },
    AGREED: { description: 'Agreed 达成协议: to be looked at whether it is kept.' },
    KEPT: { description: 'Agreed, and the agreement was kept 已履行.' },
    ...ends,
  },
});

export const MediationEndEnum = enumOf(mediationEnds);
registerEnumType(MediationEndEnum, {
  name: 'MediationEnd',
  description: 'How a mediation can end without an agreement.',
  valuesConfig: ends,
});

export const MediationStepEnum = enumOf(mediationSteps);
registerEnumType(MediationStepEnum, {
  name: 'MediationStep',
  description: 'What can be done with a mediation.',
  valuesConfig: {
    BEGIN: { description: 'Begin 立案: `beginMediation`.' },
    NAME_MEDIATORS: { description: 'Name who mediates from then on 指定调解员: `nameMediators`.' },
    ADD_PARTIES: { description: 'Bring further parties into it 追加当事人: `addMediationParties`.' },
    RELEASE_PARTIES: { description: 'Let parties leave it 当事人退出: `releaseMediationParties`.' },
    TALK: { description: 'Put down a talk 谈话: `recordMediationTalk`.' },
    AGREE: { description: 'Put down the agreement 达成协议: `agreeMediation`.' },
    END: { description: 'End without an agreement 结束: `endMediation`.' },
    CHECK: { description: 'Look whether the agreement is kept 回访履行: `checkAgreement`.' },
    RESUME: { description: 'Begin again 重新调解: `resumeMediation`.' },
  },
});

export const KeepingEnum = enumOf(keepings);
registerEnumType(KeepingEnum, {
  name: 'AgreementKeeping',
  description: 'What was found when it was looked at whether an agreement is kept.',
  valuesConfig: {
    KEPT: { description: 'It was kept 已履行.' },
    NOT_YET: { description: 'Not yet 履行中: to be looked at again.' },
    BROKEN: { description: 'It was broken 未履行: the mediation is under way again.' },
  },
});

@ObjectType('Mediation', {
  implements: NodeType,
  description:
    'A mediation 调解 between people at odds. It is seen by the mediators and officers of the unit where it is held, of the units above it, and by the town; no team and no district office sees any.',
})
export class MediationType extends NodeType {
  typename: 'Mediation';
  townId: number;
  uuid: string;
  subjectUuid: string;
  unitUuid: string | null;
  requestUuid: string | null;
  recordedById: string;
  auditKey: string;
  @Field(() => String, { description: 'What people call it by 编号, such as M2026-000123.' })
  number: string;
  @Field(() => MediationStateEnum, { description: 'What it is at the moment.' })
  state: MediationState;
  @Field(() => DateScalar, { description: 'The day on which it began.' })
  begunOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateScalar, { nullable: true, description: 'The day of the agreement that holds; null without one.' })
  agreedOn: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day by which it is to be looked at whether the agreement is kept; null where nothing is.',
  })
  checkOn: string | null;
  @Field(() => Int, { description: 'How many steps it has been through; give it as `expectedVersion`.' })
  version: number;
}

export const MediationConnectionType = connectionType(() => MediationType, 'Mediation');
export type MediationConnectionType = InstanceType<typeof MediationConnectionType>;

@ObjectType('MediationParty', {
  description: 'One of those at odds 当事人: a household, a resident, or somebody else by name.',
})
export class MediationPartyType {
  townId: number;
  uuid: string;
  householdUuid: string | null;
  residentUuid: string | null;
  /** The audit key of the household or the resident, or the party's own. */
  subject: string;
  nameInFull: string | null;
  /** The numbers of the steps with which it came in, and left. */
  joinedSeq: number;
  leftSeq: number | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { nullable: true, description: 'The number 户号 of the household; null for a person.' })
  code: string | null;
}

@ObjectType('MediationTalk', { description: 'A talk in a mediation.' })
export class MediationTalkType {
  townId: number;
  mediationUuid: string;
  /** The audit key of the mediation. */
  subject: string;
  saidInFull: string;
  partyUuids: readonly string[];
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day on which it was held.' })
  heldOn: string;
  @Field(() => Boolean, { description: 'Whether parties met 面对面; else it was with one of them apart 背对背.' })
  together: boolean;
}

@ObjectType('MediationEvent', {
  description: 'One step of a mediation, and what the mediation was after it. Never changed.',
})
export class MediationEventType {
  townId: number;
  mediationUuid: string;
  recordedById: string;
  /** The audit key of the mediation. */
  subject: string;
  textInFull: string | null;
  @Field(() => Int, { description: 'The number of the step, from 1 on.' })
  seq: number;
  @Field(() => MediationStepEnum, { description: 'What was done.' })
  step: MediationStep;
  @Field(() => DateScalar, { description: 'The day on which it was done.' })
  happenedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => MediationStateEnum, { description: 'What the mediation was after it.' })
  state: MediationState;
  @Field(() => KeepingEnum, { nullable: true, description: 'What was found, for a check.' })
  keeping: Keeping | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day by which it was to be looked at next after it.' })
  checkOn: string | null;
}

@ObjectType('MediationTransition', { description: 'That a step leads from some states of a mediation to another one.' })
export class MediationTransitionType {
  @Field(() => MediationStepEnum, { description: 'The step.' })
  step: MediationStep;
  @Field(() => [MediationStateEnum], { description: 'The states from which it may be taken; none for the first step.' })
  from: MediationState[];
  @Field(() => MediationStateEnum, { nullable: true, description: 'The state that it leads to; null where it stays.' })
  to: MediationState | null;
  @Field(() => KeepingEnum, { nullable: true, description: 'For a check, what was found with which it leads there.' })
  keeping: Keeping | null;
}
