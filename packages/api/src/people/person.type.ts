import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../schema/connection.ts';
import { enumOf } from '../schema/enum.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { NodeType } from '../schema/node.type.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { postTitles } from './person.entity.ts';

export type PostTitle = (typeof postTitles)[number];
export const PostTitleEnum = enumOf(postTitles);
registerEnumType(PostTitleEnum, {
  name: 'PostTitle',
  description: 'A post 职务 at a unit.',
  valuesConfig: {
    PARTY_SECRETARY: { description: 'Party secretary 书记.' },
    DIRECTOR: { description: 'Director 主任.' },
    DEPUTY_DIRECTOR: { description: 'Deputy director 副主任.' },
    OFFICER: { description: 'Officer 干部.' },
  },
});

@ObjectType('Person', {
  implements: NodeType,
  description:
    'Somebody who acts in a role for the town: an officer, a team’s lead or member. Never a visited resident.',
})
export class PersonType extends NodeType {
  typename: 'Person';
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'The name.' })
  name: string;
}

@ObjectType('Partner', {
  implements: NodeType,
  description: 'A partner organisation 共建单位, such as a company or kindergarten, that joins teams.',
})
export class PartnerType extends NodeType {
  typename: 'Partner';
  townId: number;
  uuid: string;
  @Field(() => String, { description: 'The name.' })
  name: string;
}

@ObjectType('Post', { description: 'A person’s post 职务 at a unit, over a period.' })
export class PostType {
  townId: number;
  unitUuid: string;
  asOf: string;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => PersonType, { description: 'Who holds it.' })
  person: PersonType;
  @Field(() => PostTitleEnum, { description: 'The post.' })
  title: PostTitle;
  @Field(() => DateScalar, { description: 'The first day.' })
  validFrom: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day after; null while it lasts.' })
  validTo: string | null;
}

export const PersonConnectionType = connectionType(() => PersonType, 'Person');
export const PartnerConnectionType = connectionType(() => PartnerType, 'Partner');

@InputType('NameFilter', { description: 'Which to list, by name.' })
export class NameFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  name?: string | null;
}

@InputType('RegisterPersonInput', { description: 'A person who will act for the town.' })
export class RegisterPersonInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The name, at most 60 characters.' })
  name: string;
}
@ObjectType('RegisterPersonPayload', { description: 'What `registerPerson` did.' })
export class RegisterPersonPayload {
  @Field(() => PersonType, { description: 'The person.' })
  person: PersonType;
}

@InputType('RegisterPartnerInput', { description: 'A partner organisation that will join teams.' })
export class RegisterPartnerInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'The name, at most 60 characters.' })
  name: string;
}
@ObjectType('RegisterPartnerPayload', { description: 'What `registerPartner` did.' })
export class RegisterPartnerPayload {
  @Field(() => PartnerType, { description: 'The partner organisation.' })
  partner: PartnerType;
}

@InputType('AppointOfficerInput', { description: 'A post to give.' })
export class AppointOfficerInput extends KeyedInput {
  @Field(() => ID, { description: 'The unit.' })
  unit: string;
  @Field(() => ID, { description: 'The person.' })
  person: string;
  @Field(() => PostTitleEnum, { description: 'The post.' })
  title: PostTitle;
  @Field(() => DateScalar, { nullable: true, description: 'The first day; today unless told.' })
  from?: string | null;
}
@ObjectType('AppointOfficerPayload', { description: 'What `appointOfficer` did.' })
export class AppointOfficerPayload {
  @Field(() => PostType, { description: 'The post.' })
  post: PostType;
}

@InputType('EndPostInput', { description: 'A post to end.' })
export class EndPostInput extends KeyedInput {
  @Field(() => ID, { description: 'The post.' })
  post: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
}
@ObjectType('EndPostPayload', { description: 'What `endPost` did.' })
export class EndPostPayload {
  @Field(() => PostType, { description: 'The post, ended.' })
  post: PostType;
}
