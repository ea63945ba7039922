import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, DateTimeScalar } from '../schema/scalars.ts';

@ObjectType('Household', {
  implements: NodeType,
  description: 'A household 户: an identity without personal data, which blocks hold with dates.',
})
export class HouseholdType extends NodeType {
  typename: 'Household';
  townId: number;
  uuid: string;
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

@ObjectType('Contact', { description: 'A contact 联系 with a household. It keeps the block of its day for ever.' })
export class ContactType {
  townId: number;
  blockUuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => DateScalar, { description: 'The day of the contact.' })
  contactedOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt: Date;
}

export const HouseholdConnectionType = connectionType(() => HouseholdType, 'Household');
export type HouseholdConnectionType = InstanceType<typeof HouseholdConnectionType>;
