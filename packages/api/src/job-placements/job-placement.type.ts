import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('JobPlacement', {
  implements: NodeType,
  description: 'A job that was found for a resident 就业安置, as by the social security centre of the town.',
})
export class JobPlacementType extends NodeType {
  typename: 'JobPlacement';
  townId: number;
  uuid: string;
  residentUuid: string;
  householdUuid: string;
  recordedById: string;
  /** Whom readings of it are recorded of. */
  auditKey: string;
  employerInFull: string;
  becauseInFull: string | null;
  @Field(() => String, { description: 'What they do there, such as 保洁员.' })
  post: string;
  @Field(() => String, { nullable: true, description: 'Who found it; null where nobody said.' })
  foundBy: string | null;
  @Field(() => DateScalar, { description: 'The day on which they were taken on.' })
  foundOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they are not in it any more; null while they are.',
  })
  leftOn: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn; null unless. It is not counted then.',
  })
  withdrawnAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

export const JobPlacementConnectionType = connectionType(() => JobPlacementType, 'JobPlacement');
export type JobPlacementConnectionType = InstanceType<typeof JobPlacementConnectionType>;
