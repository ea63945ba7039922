import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Role } from '../access/roles.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { AccountType, RoleEnum } from './account.type.ts';

@ObjectType('Office', {
  description: 'An office above the towns, held by one account: of a district, or of a platform operator.',
})
export class OfficeType {
  districtCode: string | null;
  @Field(() => ID, { description: 'Its global id.' })
  id: string;
  @Field(() => RoleEnum, { description: 'DISTRICT_OFFICE or PLATFORM_OPERATOR.' })
  role: Role;
  @Field(() => AccountType, { description: 'The account that holds it.' })
  account: AccountType;
  @Field(() => DateScalar, { description: 'The first day of it.' })
  since: string;
}

@InputType('EndOfficeInput', { description: 'An office to end.' })
export class EndOfficeInput extends KeyedInput {
  @Field(() => ID, { description: 'The office.' })
  office: string;
}
@ObjectType('EndOfficePayload', { description: 'What `endOffice` did.' })
export class EndOfficePayload {
  @Field(() => OfficeType, { description: 'The office that is held no more.' })
  office: OfficeType;
}

@InputType('ResetOfficePasswordInput', { description: 'An office whose account gets a new password.' })
export class ResetOfficePasswordInput extends KeyedInput {
  @Field(() => ID, { description: 'The office.' })
  office: string;
}
@ObjectType('ResetOfficePasswordPayload', { description: 'What `resetOfficePassword` did.' })
export class ResetOfficePasswordPayload {
  @Field(() => OfficeType, { description: 'The office.' })
  office: OfficeType;
  @Field(() => String, {
    nullable: true,
    description: 'The new password, shown this once; null when answered again from an idempotency key.',
  })
  password: string | null;
}
