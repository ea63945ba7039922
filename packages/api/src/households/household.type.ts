import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';

@ObjectType('Household', {
  implements: NodeType,
  description: 'A household 户: an identity without personal data, which blocks hold with dates.',
})
export class HouseholdType extends NodeType {
  typename: 'Household';
  townId: number;
  uuid: string;
  /** The geographic block that holds it today, where that was read with it. */
  blockToday?: string;
  @Field(() => String, { nullable: true, description: 'The town’s own number for it 户号.' })
  code: string | null;
  @Field(() => DateScalar, { description: 'The first day of its life in the town.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while no end is known.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every move; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('HouseholdPlace', { description: 'A period in which a block holds a household.' })
export class HouseholdPlaceType {
  townId: number;
  blockUuid: string;
  overlayUuid: string | null;
  headUuid: string | null;
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
}

export const HouseholdConnectionType = connectionType(() => HouseholdType, 'Household');
export type HouseholdConnectionType = InstanceType<typeof HouseholdConnectionType>;
