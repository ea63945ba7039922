import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../people/person.type.ts';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('InspectionRound', {
  implements: NodeType,
  description:
    'A round 督查轮次: a squad inspects one place or several on a day, as it was last written. Each place is a check of its own.',
})
export class InspectionRoundType extends NodeType {
  typename: 'InspectionRound';
  townId: number;
  uuid: string;
  squadUuid: string;
  versionUuid: string;
  recordedById: string;
  withdrawnById: string | null;
  @Field(() => DateScalar, { description: 'The day of the round.' })
  inspectedOn: string;
  @Field(() => String, { nullable: true, description: 'What there is to say of it as a whole.' })
  note: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
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

export const InspectionRoundConnectionType = connectionType(() => InspectionRoundType, 'InspectionRound');
export type InspectionRoundConnectionType = InstanceType<typeof InspectionRoundConnectionType>;

@ObjectType('InspectionCheck', {
  description:
    'A check 检查 of one place in a round. It keeps the block of its day for ever. Whoever took part in it is a person-time 人次 each.',
})
export class InspectionCheckType {
  townId: number;
  uuid: string;
  roundUuid: string;
  placeUuid: string;
  blockUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day of the round.' })
  inspectedOn: string;
  @Field(() => Boolean, {
    description: 'Whether it counts nowhere, because the round was withdrawn or was written anew without it.',
  })
  withdrawn: boolean;
}

@ObjectType('InspectionRoundVersionCheck', { description: 'A check as one version of its round says.' })
export class InspectionRoundVersionCheckType {
  @Field(() => InspectionCheckType, { description: 'The check.' })
  check: InspectionCheckType;
  @Field(() => [PersonType], { description: 'The people who took part in it, by name.' })
  people: PersonType[];
}

@ObjectType('InspectionRoundVersion', { description: 'What was written about a round at one time.' })
export class InspectionRoundVersionType {
  townId: number;
  versionUuid: string;
  writtenById: string;
  @Field(() => Int, { description: 'Its number, 1 for what was written first.' })
  number: number;
  @Field(() => DateScalar, { description: 'The day of the round.' })
  inspectedOn: string;
  @Field(() => String, { nullable: true, description: 'What was noted of it as a whole.' })
  note: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was written anew; null for the first.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Date;
}
