import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
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

@InputType('AddResidentInput', { description: 'A resident to add to a household.' })
export class AddResidentInput extends KeyedInput {
  @Field(() => ID, { description: 'The household.' })
  household: string;
  @Field(() => String, { description: 'Their name.' })
  name: string;
  @Field(() => Int, { nullable: true, description: 'The year of their birth, from 1900 on.' })
  birthYear?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'A telephone number of China, mobile or fixed; spaces and hyphens are dropped. Eight digits are one of Shanghai.',
  })
  telephone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they are the household’s head 户主; not unless told.' })
  head?: boolean | null;
  @Field(() => DateScalar, { nullable: true, description: 'Their first day in it; today unless told.' })
  from?: string | null;
}

@ObjectType('ResidentPayload', { description: 'The resident as the change left them.' })
export class ResidentPayload {
  @Field(() => ResidentType, { description: 'The resident.' })
  resident: ResidentType;
}
