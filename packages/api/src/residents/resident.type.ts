import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('Resident', {
  implements: NodeType,
  description:
    'A resident 居民: a member of households. Personal data come in full only to an operation with `@purpose`, and each look at them is recorded.',
})
export class ResidentType extends NodeType {
  typename: 'Resident';
  townId: number;
  uuid: string;
  @Field(() => Int, { description: 'Grows with every change of what is known of them; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('ResidentStay', { description: 'A period in which a resident belongs to a household.' })
export class ResidentStayType {
  townId: number;
  householdUuid: string;
  @Field(() => Boolean, { description: 'Whether they are its head 户主 in this period.' })
  head: boolean;
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
}
