import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { attendanceStates, type EnrolmentState, enrolmentStates } from './programme-states.ts';

export const EnrolmentStateEnum = enumOf(enrolmentStates);
registerEnumType(EnrolmentStateEnum, {
  name: 'EnrolmentState',
  description: 'What an enrolment 报名 is at the moment.',
  valuesConfig: {
    ENROLLED: { description: 'With a place 已报名.' },
    WAITING: { description: 'Waiting for a place 候补: it gets one as soon as one is free, in the order of `number`.' },
    WITHDRAWN: { description: 'Taken back 已退出.' },
  },
});

export const AttendanceStateEnum = enumOf(attendanceStates);
registerEnumType(AttendanceStateEnum, {
  name: 'AttendanceState',
  description: 'What is known of whether somebody came to a session of a programme.',
  valuesConfig: {
    UNRECORDED: {
      description:
        'Nothing yet 待签到, of who has a place at it: who is still to sign in, or the stops that a delivery has left.',
    },
    ATTENDED: { description: 'They came 到场, or what is given was taken to them.' },
    ABSENT: { description: 'They did not come 未到.' },
  },
});

@ObjectType('ProgrammeEnrolment', {
  implements: NodeType,
  description: 'That a household, or a resident of it, takes part in a programme 报名, or waits to.',
})
export class ProgrammeEnrolmentType extends NodeType {
  typename: 'ProgrammeEnrolment';
  townId: number;
  uuid: string;
  programmeUuid: string;
  sessionUuid: string | null;
  householdUuid: string;
  residentUuid: string | null;
  recordedById: string;
  becauseInFull: string | null;
  /** Whom readings of it are recorded of. */
  auditKey: string;
  @Field(() => Int, { description: 'Its number among the programme’s enrolments, in the order in which they came.' })
  number: number;
  @Field(() => EnrolmentStateEnum, { description: 'What it is at the moment.' })
  state: EnrolmentState;
  @Field(() => DateScalar, { description: 'The day on which they were enrolled.' })
  enrolledOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back; null unless it was.' })
  withdrawnAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

export const ProgrammeEnrolmentConnectionType = connectionType(() => ProgrammeEnrolmentType, 'ProgrammeEnrolment');
export type ProgrammeEnrolmentConnectionType = InstanceType<typeof ProgrammeEnrolmentConnectionType>;

@ObjectType('ProgrammeCandidate', {
  description:
    'A household, or a resident of it, for whom a programme is 符合条件: of its ages, categories and units today.',
})
export class ProgrammeCandidateType {
  townId: number;
  programmeUuid: string;
  householdUuid: string;
  residentUuid: string | null;
}

export const ProgrammeCandidateConnectionType = connectionType(() => ProgrammeCandidateType, 'ProgrammeCandidate');
export type ProgrammeCandidateConnectionType = InstanceType<typeof ProgrammeCandidateConnectionType>;
