import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { OrganizationClass } from './organization.entity.ts';
import { IndustryType, OrganizationClassEnum, OrganizationKindType } from './organization.type.ts';

const position = 'Where it stands in the list, 1 to 999';

/** An entry to add to a town's own list. */
@InputType()
export abstract class AddEntryInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => String, { description: 'Its name, at most 60 characters; no other has it at the time.' })
  name: string;
  @Field(() => Int, { nullable: true, description: `${position}; the last unless told.` })
  position?: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'Its first day; today unless told.' })
  from?: string | null;
}

/** What to change of an entry. */
@InputType()
export abstract class ReviseEntryInput extends VersionedInput {
  @Field(() => String, { nullable: true, description: 'Its name, also for its past; as it is unless told.' })
  name?: string | null;
  @Field(() => Int, { nullable: true, description: `${position}; as it is unless told.` })
  position?: number | null;
}

/** An entry that is used no more. */
@InputType()
export abstract class EndEntryInput extends VersionedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day without it; today unless told. From then on no organisation may be of it, no guidance station guide it, and no Party organisation sit in it.',
  })
  on?: string | null;
}

@InputType('AddOrganizationKindInput', { description: 'A kind of organisations to add to a town’s list.' })
export class AddOrganizationKindInput extends AddEntryInput {
  @Field(() => OrganizationClassEnum, { description: 'Its class, as districts compare them. Cannot be changed later.' })
  class: OrganizationClass;
}

@InputType('ReviseOrganizationKindInput', { description: 'What to change of a kind of organisations.' })
export class ReviseOrganizationKindInput extends ReviseEntryInput {
  @Field(() => ID, { description: 'The kind.' })
  kind: string;
}

@InputType('EndOrganizationKindInput', { description: 'A kind of organisations that a town uses no more.' })
export class EndOrganizationKindInput extends EndEntryInput {
  @Field(() => ID, { description: 'The kind.' })
  kind: string;
}

@InputType('AddIndustryInput', { description: 'An industry to add to a town’s list.' })
export class AddIndustryInput extends AddEntryInput {}

@InputType('ReviseIndustryInput', { description: 'What to change of an industry.' })
export class ReviseIndustryInput extends ReviseEntryInput {
  @Field(() => ID, { description: 'The industry.' })
  industry: string;
}

@InputType('EndIndustryInput', { description: 'An industry that a town uses no more.' })
export class EndIndustryInput extends EndEntryInput {
  @Field(() => ID, { description: 'The industry.' })
  industry: string;
}

@ObjectType('OrganizationKindPayload', { description: 'The kind as the change left it.' })
export class OrganizationKindPayload {
  @Field(() => OrganizationKindType, { description: 'The kind.' })
  kind: OrganizationKindType;
}

@ObjectType('IndustryPayload', { description: 'The industry as the change left it.' })
export class IndustryPayload {
  @Field(() => IndustryType, { description: 'The industry.' })
  industry: IndustryType;
}
