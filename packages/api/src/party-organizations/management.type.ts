import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { OrganizationType } from '../organizations/organization.type.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { PartyOrganizationType } from './party-organization.type.ts';

const managements = ['DIRECT', 'TERRITORIAL'] as const;
export type Management = (typeof managements)[number];
export const ManagementEnum = enumOf(managements);
registerEnumType(ManagementEnum, {
  name: 'Management',
  description: 'By whom an organisation or a Party organisation is managed.',
  valuesConfig: {
    DIRECT: { description: 'By the town’s Social Party Committee itself 直管.' },
    TERRITORIAL: { description: 'Where it is 属地.' },
  },
});

@ObjectType('DirectManagement', { description: 'A period of direct management 直管, with why it began and ended.' })
export class DirectManagementType {
  townId: number;
  uuid: string;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

@ObjectType('ManagementPayload', { description: 'What is managed otherwise now.' })
export class ManagementPayload {
  @Field(() => OrganizationType, { nullable: true, description: 'The organisation, where it is one.' })
  organization: OrganizationType | null;
  @Field(() => PartyOrganizationType, { nullable: true, description: 'The Party organisation that sits in none.' })
  partyOrganization: PartyOrganizationType | null;
}

const reason = 'at most 200 characters. Nobody’s name.';
const organization = 'The organisation.';
const party = 'The Party organisation. One that sits in an organisation is managed with it.';

@InputType('TakeIntoDirectManagementInput', {
  description: 'An organisation or a Party organisation to take into direct management.',
})
export class TakeIntoDirectManagementInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: organization })
  organization?: string | null;
  @Field(() => ID, { nullable: true, description: party })
  partyOrganization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
  @Field(() => String, { description: `Why, such as its size, influence or contribution, ${reason}` })
  because: string;
}

@InputType('ReturnToTerritoryInput', {
  description: 'An organisation or a Party organisation to give back from direct management.',
})
export class ReturnToTerritoryInput extends KeyedInput {
  @Field(() => ID, { nullable: true, description: organization })
  organization?: string | null;
  @Field(() => ID, { nullable: true, description: party })
  partyOrganization?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
  @Field(() => String, { description: `Why, ${reason}` })
  because: string;
}
