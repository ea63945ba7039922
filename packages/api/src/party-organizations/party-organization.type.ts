import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import {
  type PartyOrganizationForm,
  type PartyOrganizationKind,
  partyOrganizationForms,
  partyOrganizationKinds,
} from './party-organization.entity.ts';

export const PartyOrganizationKindEnum = enumOf(partyOrganizationKinds);
registerEnumType(PartyOrganizationKindEnum, {
  name: 'PartyOrganizationKind',
  description: 'Kinds of Party organisation.',
  valuesConfig: {
    COMMITTEE: { description: 'Committee 党委; may stand under another one.' },
    GENERAL_BRANCH: { description: 'General branch 党总支, under a committee.' },
    BRANCH: { description: 'Branch 党支部, under a general branch or a committee.' },
    GROUP: { description: 'Group 党小组, a part of what it stands under: never by itself.' },
  },
});

export const PartyOrganizationFormEnum = enumOf(partyOrganizationForms);
registerEnumType(PartyOrganizationFormEnum, {
  name: 'PartyOrganizationForm',
  description: 'Of whom a Party organisation is made up.',
  valuesConfig: {
    INDEPENDENT: { description: 'Of one organisation, village or other place alone 独立.' },
    JOINT: { description: 'Of two organisations or more together 联合.' },
    FEDERATION: { description: 'Of those of a federation 联合会, by industry or area.' },
  },
});

@ObjectType('PartyOrganization', {
  implements: NodeType,
  description:
    'A Party organisation 党组织 of a town, as it is on a day: an identity that lasts while its name, kind and place in the Party’s tree change. All who work for the town see it, and its district office without people and reasons.',
})
export class PartyOrganizationType extends NodeType {
  typename: 'PartyOrganization';
  townId: number;
  uuid: string;
  parentUuid: string | null;
  unitUuid: string | null;
  organizationUuid: string | null;
  industryUuid: string | null;
  successorUuid: string | null;
  @Field(() => DateScalar, { description: 'The day on which it is shown.' })
  asOf: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => PartyOrganizationKindEnum, { description: 'Its kind.' })
  kind: PartyOrganizationKind;
  @Field(() => PartyOrganizationFormEnum, { description: 'Of whom it is made up.' })
  form: PartyOrganizationForm;
  @Field(() => DateScalar, { description: 'The first day of its life.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after its life; null while it lasts.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change of it; give it as `expectedVersion`.' })
  version: number;
}

export const PartyOrganizationConnectionType = connectionType(() => PartyOrganizationType, 'PartyOrganization');
export type PartyOrganizationConnectionType = InstanceType<typeof PartyOrganizationConnectionType>;

@ObjectType('PartyOrganizationVersion', { description: 'What a Party organisation was over a period.' })
export class PartyOrganizationVersionType {
  townId: number;
  parentUuid: string | null;
  unitUuid: string | null;
  organizationUuid: string | null;
  industryUuid: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => PartyOrganizationKindEnum, { description: 'Its kind.' })
  kind: PartyOrganizationKind;
  @Field(() => PartyOrganizationFormEnum, { description: 'Of whom it was made up.' })
  form: PartyOrganizationForm;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}
