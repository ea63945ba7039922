import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { OrganizationClassEnum } from '../organizations/organization.type.ts';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar, RegisterCodeScalar } from '../schema/scalars.ts';
import { ThreeRates } from './coverage-rates.type.ts';
import { RemedyKindEnum } from './gap.type.ts';
import type { RemedyKind } from './remedies.ts';

@InputType('RemedyInput', { description: 'A remedy to take; see `CoverageGap.remedies`.' })
export class RemedyInput {
  @Field(() => ID, { description: 'The organisation whose gap it mends.' })
  organization: string;
  @Field(() => RemedyKindEnum, { description: 'What to do; members cannot be developed by the platform.' })
  kind: RemedyKind;
  @Field(() => ID, {
    nullable: true,
    description:
      'The Party organisation that is to include it, where one that is there does; under which a new one is founded, else.',
  })
  partyOrganization?: string | null;
  @Field(() => [ID], { nullable: true, description: 'With which others a joint branch is founded.' })
  together?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'Who is named as liaison. May be left open in a draft.' })
  person?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What a branch that is founded is called; after the organisation unless told.',
  })
  name?: string | null;
}

@InputType('TakeRemediesInput', { description: 'Remedies to take together, all or none.' })
export class TakeRemediesInput extends KeyedInput {
  @Field(() => RegisterCodeScalar, { description: 'The town, by its code.' })
  town: string;
  @Field(() => [RemedyInput], { description: 'The remedies, in the order in which they are taken, 1 to 50.' })
  remedies: RemedyInput[];
  @Field(() => DateScalar, { nullable: true, description: 'The day from which on they hold; today unless told.' })
  from?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to show only what taking them would give: they are taken, looked at and taken back at once.',
  })
  draft: boolean;
}

@ObjectType('CoverageChange', { description: 'What remedies make of the rates of some organisations.' })
export class CoverageChangeType {
  @Field(() => OrganizationClassEnum, {
    nullable: true,
    description: 'The class; null for all organisations of the town.',
  })
  class: OrganizationClass | null;
  @Field(() => ThreeRates, { description: 'The rates of the day before they are taken.' })
  before: ThreeRates;
  @Field(() => ThreeRates, { description: 'The rates of the day once they are taken.' })
  after: ThreeRates;
}

@ObjectType('TakeRemediesPayload', { description: 'What taking remedies gave, or would give.' })
export class TakeRemediesPayload {
  @Field(() => Boolean, { description: 'Whether they were only drafted: nothing is changed.' })
  draft: boolean;
  @Field(() => DateScalar, { description: 'The day of these rates, from which on the remedies hold.' })
  on: string;
  @Field(() => [CoverageChangeType], {
    description: 'The rates of all organisations, then of each class that there is.',
  })
  changes: CoverageChangeType[];
}
