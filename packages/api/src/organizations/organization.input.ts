import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import { OrganizationType } from './organization.type.ts';

@InputType('RegisterOrganizationInput', { description: 'An organisation to register.' })
export class RegisterOrganizationInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => ID, { description: 'The unit that it is in; no block of an overlay.' })
  unit: string;
  @Field(() => String, {
    description: 'Its name, at most 60 characters; no other in the unit has it at the time.',
  })
  name: string;
  @Field(() => ID, { description: 'Its kind, out of the town’s list.' })
  kind: string;
  @Field(() => ID, { nullable: true, description: 'Its industry, out of the town’s list.' })
  industry?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many people work for it, or are members of it.' })
  size?: number | null;
  @Field(() => Int, {
    defaultValue: 0,
    description: 'How many Party members are in it, no more than people where that is known.',
  })
  partyMembers: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Its unified social credit code 统一社会信用代码, 18 characters (GB 32100-2015); no other has it at the time.',
  })
  creditCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Who owns it or answers for it 负责人.' })
  owner?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask there 联系人.' })
  contact?: string | null;
  @Field(() => String, { nullable: true, description: 'The telephone number of whom to ask, of China.' })
  telephone?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is there; today unless told.' })
  from?: string | null;
}

@InputType('ReviseOrganizationInput', {
  description:
    'What an organisation is from a day on; what is not told stays. A value holds until the next one that was settled for a later day.',
})
export class ReviseOrganizationInput extends VersionedInput {
  @Field(() => ID, { description: 'The organisation.' })
  organization: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which on it is so; today unless told.' })
  from?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that it moves to.' })
  unit?: string | null;
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Its kind, as where an enterprise has grown above the designated scale 升规.',
  })
  kind?: string | null;
  @Field(() => ID, { nullable: true, description: 'Its industry; `null` for none that is known.' })
  industry?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many people work for it; `null` for nobody knows.' })
  size?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'How many Party members are in it, no more than people where that is known.',
  })
  partyMembers?: number | null;
  @Field(() => String, { nullable: true, description: 'Its credit code, for all its life; `null` for none.' })
  creditCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Who owns it or answers for it; `null` for nobody known.' })
  owner?: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask there; `null` for nobody.' })
  contact?: string | null;
  @Field(() => String, { nullable: true, description: 'Their telephone number; `null` for none.' })
  telephone?: string | null;
}

@ObjectType('OrganizationPayload', { description: 'The organisation as the change left it.' })
export class OrganizationPayload {
  @Field(() => OrganizationType, { description: 'The organisation.' })
  organization: OrganizationType;
}
