import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';
import { recordFaults, type VisitWay, visitWays } from './visit.entity.ts';

export const VisitWayEnum = enumOf(visitWays);
registerEnumType(VisitWayEnum, {
  name: 'VisitWay',
  description: 'How a household was met.',
  valuesConfig: {
    AT_HOME: { description: 'At home 上门.' },
    TELEPHONE: { description: 'By telephone 电话.' },
    APPOINTMENT: { description: 'Elsewhere, by appointment 预约.' },
  },
});

export const RecordFaultEnum = enumOf(recordFaults);
registerEnumType(RecordFaultEnum, {
  name: 'RecordFault',
  description: 'What the record of a visit lacks 台账问题. It says nothing of what was written.',
  valuesConfig: {
    NOTED_LATE: {
      description:
        'It was noted more than two days after the visit; what came to the platform more than seven days after `notedAt` was noted when it came.',
    },
    INCOMPLETE: {
      description:
        'A must-record says nothing of its own, such as 同上, or the basic situation only that there is nothing to say, such as 无.',
    },
    COPIED: { description: 'All three must-records are word for word those of the visit to the household before it.' },
    REPEATED: {
      description: 'Two of its must-records are word for word the same, and say more than that there is nothing.',
    },
    DEMAND_LEFT: {
      description: 'The residents asked for something; no request was raised at it, and no outcome is given.',
    },
  },
});

@ObjectType('Visit', {
  implements: NodeType,
  description:
    'A visit 走访 to a household, with the three must-records 三个必记 as they were last written. It keeps the block of its day for ever.',
})
export class VisitType extends NodeType {
  typename: 'Visit';
  townId: number;
  uuid: string;
  householdUuid: string;
  blockUuid: string;
  versionUuid: string;
  recordedById: string | null;
  withdrawnById: string | null;
  @Field(() => DateScalar, { description: 'The day of the visit.' })
  visitedOn: string;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => DateTimeScalar, { description: 'When it was noted, by the clock of the visitor’s device.' })
  notedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When the platform recorded it.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn, because it never was or was recorded twice; it counts nowhere since.',
  })
  withdrawnAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn.' })
  withdrawnReason: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('VisitVersion', { description: 'What was written about a visit at one time.' })
export class VisitVersionType {
  townId: number;
  versionUuid: string;
  writtenById: string | null;
  @Field(() => Int, { description: 'Its number, 1 for what was written first.' })
  number: number;
  @Field(() => DateScalar, { description: 'The day of the visit.' })
  visitedOn: string;
  @Field(() => VisitWayEnum, { description: 'How the household was met.' })
  way: VisitWay;
  @Field(() => String, { nullable: true, description: 'Why it was written anew; null for the first.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Date;
}

export const VisitConnectionType = connectionType(() => VisitType, 'Visit');
export type VisitConnectionType = InstanceType<typeof VisitConnectionType>;
