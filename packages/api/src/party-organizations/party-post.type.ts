import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import { type PartyPostTitle, partyPostTitles } from './party-organization.entity.ts';

const PartyPostTitleEnum = enumOf(partyPostTitles);
registerEnumType(PartyPostTitleEnum, {
  name: 'PartyPostTitle',
  description: 'A post 职务 in a Party organisation.',
  valuesConfig: {
    SECRETARY: { description: 'Secretary 书记, one at a time.' },
    DEPUTY_SECRETARY: { description: 'Deputy secretary 副书记.' },
    ORGANIZATION: { description: 'Member for organisation 组织委员.' },
    PUBLICITY: { description: 'Member for publicity 宣传委员.' },
    DISCIPLINE: { description: 'Member for discipline 纪检委员.' },
    MEMBER: { description: 'Another member 委员.' },
  },
});

@ObjectType('PartyPost', {
  implements: NodeType,
  description:
    'A post in a Party organisation over a period: of a person, or ex officio 兼任 of whoever is secretary elsewhere.',
})
export class PartyPostType extends NodeType {
  typename: 'PartyPost';
  townId: number;
  uuid: string;
  asOf: string;
  partyUuid: string;
  personUuid: string | null;
  secretaryOfUuid: string | null;
  secretaryAtUuid: string | null;
  @Field(() => PartyPostTitleEnum, { description: 'The post.' })
  title: PartyPostTitle;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

@InputType('GivePartyPostInput', {
  description: 'A post in a Party organisation to give: to a person, or to whoever is secretary elsewhere.',
})
export class GivePartyPostInput extends KeyedInput {
  @Field(() => ID, { description: 'The Party organisation.' })
  partyOrganization: string;
  @Field(() => PartyPostTitleEnum, { description: 'The post.' })
  title: PartyPostTitle;
  @Field(() => ID, { nullable: true, description: 'The person who holds it.' })
  person?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The Party organisation whose secretary holds it ex officio, or that of what it is merged into.',
  })
  secretaryOf?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The unit whose Party secretary holds it ex officio, or that of what the unit goes into.',
  })
  secretaryAt?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day; today unless told. It lasts until the Party organisation ends, or that of a secretary until a later one begins.',
  })
  from?: string | null;
}

@InputType('EndPartyPostInput', { description: 'A post in a Party organisation to end.' })
export class EndPartyPostInput extends KeyedInput {
  @Field(() => ID, { description: 'The post.' })
  post: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}

@ObjectType('PartyPostPayload', { description: 'The post as the change left it.' })
export class PartyPostPayload {
  @Field(() => PartyPostType, { description: 'The post.' })
  post: PartyPostType;
}
