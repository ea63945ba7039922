import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { PatrolRouteType } from './patrol-route.type.ts';

const stops = 'The places that it leads by, in order, 1 to 50 names of at most 60 characters.';

@InputType('OpenPatrolRouteInput', { description: 'A route to be patrolled.' })
export class OpenPatrolRouteInput extends KeyedInput {
  @Field(() => ID, { description: 'The unit in which it leads; no block of an overlay.' })
  unit: string;
  @Field(() => String, { description: 'Its name, at most 60 characters.' })
  name: string;
  @Field(() => [String], { description: stops })
  stops: string[];
  @Field(() => DateScalar, { nullable: true, description: 'The day from which it is there; today unless told.' })
  from?: string | null;
}

@InputType('ChangePatrolRouteInput', { description: 'What a route is called and where it leads from a day on.' })
export class ChangePatrolRouteInput extends VersionedInput {
  @Field(() => ID, { description: 'The route.' })
  route: string;
  @Field(() => String, { nullable: true, description: 'Its name; as before unless told.' })
  name?: string | null;
  @Field(() => [String], { nullable: true, description: `${stops} As before unless told.` })
  stops?: string[] | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of it, not before the last change; today unless told.',
  })
  from?: string | null;
}

@InputType('ClosePatrolRouteInput', { description: 'A route that is patrolled no more.' })
export class ClosePatrolRouteInput extends KeyedInput {
  @Field(() => ID, { description: 'The route.' })
  route: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day without it, not before the last change; today unless told.',
  })
  on?: string | null;
}

@ObjectType('PatrolRoutePayload', { description: 'The route as the change left it.' })
export class PatrolRoutePayload {
  @Field(() => PatrolRouteType, { description: 'The route.' })
  route: PatrolRouteType;
}
