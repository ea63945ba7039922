import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type OrganizationClass, organizationClasses } from './organization.entity.ts';

export const OrganizationClassEnum = enumOf(organizationClasses);
registerEnumType(OrganizationClassEnum, {
  name: 'OrganizationClass',
  description: 'What organisations of the new sectors 两新组织 are, as districts compare them.',
  valuesConfig: {
    ENTERPRISE_ABOVE_SCALE: { description: 'A private enterprise above the designated scale 规模以上非公企业.' },
    ENTERPRISE_BELOW_SCALE: { description: 'A private enterprise below it 规模以下非公企业.' },
    COOPERATIVE: { description: 'A farmers’ cooperative 农民专业合作社.' },
    ACTIVITY_GROUP: { description: 'A group of residents who do something together 群众活动团队.' },
    NEWCOMER_COMMUNITY: { description: 'A place where people from elsewhere live together 来沪人员聚居区.' },
    PARK: { description: 'A park of enterprises 园区.' },
    SOCIAL_ORGANIZATION: { description: 'A social organisation 社会组织.' },
  },
});

/** What an entry of a town's own list has. */
@ObjectType()
abstract class ListEntry {
  townId: number;
  uuid: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => Int, { description: 'Where it stands in the list, from 1.' })
  position: number;
  @Field(() => DateScalar, { description: 'The first day on which organisations can be of it.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which none can be any more.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('OrganizationKind', {
  description: 'A kind 组织类别 of organisations in a town’s own list, such as 规模以上非公企业.',
})
export class OrganizationKindType extends ListEntry {
  @Field(() => OrganizationClassEnum, { description: 'Its class, as districts compare them; never changes.' })
  class: OrganizationClass;
}

@ObjectType('Industry', { description: 'An industry 行业 in a town’s own list, such as 餐饮.' })
export class IndustryType extends ListEntry {}

/** What an organisation is on a day, or over a period. */
@ObjectType()
abstract class OrganizationFacts {
  townId: number;
  uuid: string;
  kindUuid: string;
  unitUuid: string;
  industryUuid: string | null;
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => Int, { nullable: true, description: 'How many people work for it, or are members of it.' })
  size: number | null;
  @Field(() => Int, { description: 'How many Party members are in it.' })
  partyMembers: number;
}

@ObjectType('Organization', {
  implements: NodeType,
  description:
    'An organisation of the new sectors 两新组织: an identity that lasts while its name, kind and place change. Shown as it is on the day that is asked for, today unless told; outside its life as it was last or will be first.',
})
export class OrganizationType extends OrganizationFacts implements NodeType {
  typename: 'Organization';
  id: string;
  @Field(() => DateScalar, { description: 'The day on which this shows the organisation.' })
  asOf: string;
  @Field(() => String, {
    nullable: true,
    description: 'Its unified social credit code 统一社会信用代码, 18 characters; null where it has none.',
  })
  creditCode: string | null;
  @Field(() => DateScalar, { description: 'The first day on which it is there.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is there no longer.' })
  validTo: string | null;
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version: number;
}

@ObjectType('OrganizationVersion', { description: 'What an organisation is over a period.' })
export class OrganizationVersionType extends OrganizationFacts {
  @Field(() => DateScalar, { description: 'The first day of the period.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after the period; null while it lasts.' })
  validTo: string | null;
}

export const OrganizationConnectionType = connectionType(() => OrganizationType, 'Organization');
export type OrganizationConnectionType = InstanceType<typeof OrganizationConnectionType>;
