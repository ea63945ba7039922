import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('Patrol', {
  implements: NodeType,
  description:
    'A patrol 巡逻 along a route or of a place, as it was last written. It keeps the block of its day for ever. It is seen by those in charge of where it was made: the team of a block, officers of the units above, the town; no district office sees any.',
})
export class PatrolType extends NodeType {
  typename: 'Patrol';
  townId: number;
  uuid: string;
  routeUuid: string | null;
  unitUuid: string;
  blockUuid: string;
  versionUuid: string;
  recordedById: string;
  withdrawnById: string | null;
  @Field(() => String, { nullable: true, description: 'Which place in the unit; null where it was along a route.' })
  place: string | null;
  @Field(() => DateScalar, { description: 'The day of the patrol.' })
  patrolledOn: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began; null where nobody noted it.' })
  beganAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null where nobody noted it.' })
  endedAt: Date | null;
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

export const PatrolConnectionType = connectionType(() => PatrolType, 'Patrol');
export type PatrolConnectionType = InstanceType<typeof PatrolConnectionType>;

@ObjectType('PatrolVersion', { description: 'What was written about a patrol at one time.' })
export class PatrolVersionType {
  townId: number;
  versionUuid: string;
  writtenById: string;
  @Field(() => Int, { description: 'Its number, 1 for what was written first.' })
  number: number;
  @Field(() => DateScalar, { description: 'The day of the patrol.' })
  patrolledOn: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began.' })
  beganAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  endedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'What was noted of it as a whole.' })
  note: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was written anew; null for the first.' })
  reason: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Date;
}
