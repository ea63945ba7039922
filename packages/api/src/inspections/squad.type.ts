import { Field, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../people/person.type.ts';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('InspectionSquad', {
  implements: NodeType,
  description: 'A squad of a town that goes on inspections 督查组, with a head.',
})
export class InspectionSquadType extends NodeType {
  typename: 'InspectionSquad';
  townId: number;
  uuid: string;
  @Field(() => DateScalar, { description: 'The day from which it is there.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; null while no end is set.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('InspectionSquadVersion', { description: 'What a squad was called and who was in it over a period.' })
export class InspectionSquadVersionType {
  uuid: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => PersonType, { description: 'Its head 组长.' })
  head: PersonType;
  @Field(() => [PersonType], { description: 'Who was in it, the head as well, by name.' })
  members: PersonType[];
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after it; null while no end is set.' })
  validTo: string | null;
}

export const InspectionSquadConnectionType = connectionType(() => InspectionSquadType, 'InspectionSquad');
export type InspectionSquadConnectionType = InstanceType<typeof InspectionSquadConnectionType>;
