import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('PatrolRoute', {
  implements: NodeType,
  description: 'A route 巡逻路线 that is patrolled again and again, with the places that it leads by.',
})
export class PatrolRouteType extends NodeType {
  typename: 'PatrolRoute';
  townId: number;
  uuid: string;
  unitUuid: string;
  @Field(() => DateScalar, { description: 'The day from which it is there.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; null while no end is set.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('PatrolStop', { description: 'A place that a route leads by 巡逻点.' })
export class PatrolStopType {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id; it belongs to one version of the route.' })
  id: string;
  @Field(() => String, { description: 'What it is called.' })
  name: string;
}

@ObjectType('PatrolRouteVersion', { description: 'What a route was called and where it led over a period.' })
export class PatrolRouteVersionType {
  uuid: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => [PatrolStopType], { description: 'The places that it led by, in order.' })
  stops: PatrolStopType[];
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while no end is set.' })
  validTo: string | null;
}
