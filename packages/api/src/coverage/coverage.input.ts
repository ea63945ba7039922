import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../schema/keyed.input.ts';
import { DateScalar } from '../schema/scalars.ts';
import { VersionedInput } from '../schema/step.input.ts';
import type { CoverageWay } from './coverage.entity.ts';
import { CoverageLinkType, CoverageWayEnum } from './coverage.type.ts';

@InputType('CoverOrganizationInput', { description: 'An organisation for a Party organisation to include.' })
export class CoverOrganizationInput extends KeyedInput {
  @Field(() => ID, { description: 'The Party organisation.' })
  partyOrganization: string;
  @Field(() => ID, { description: 'The organisation.' })
  organization: string;
  @Field(() => CoverageWayEnum, { description: 'The way, one that fits the Party organisation on all days.' })
  way: CoverageWay;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day; today unless told. It lasts until either of the two ends, or until a later link that excludes it begins.',
  })
  from?: string | null;
}

@InputType('EndCoverageInput', { description: 'A link of coverage to end.' })
export class EndCoverageInput extends KeyedInput {
  @Field(() => ID, { description: 'The link.' })
  link: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
  @Field(() => String, { description: 'Why, at most 200 characters. Nobody’s name.' })
  because: string;
}

@InputType('CloseOrganizationInput', { description: 'An organisation that closes 注销.' })
export class CloseOrganizationInput extends VersionedInput {
  @Field(() => ID, { description: 'The organisation.' })
  organization: string;
  @Field(() => DateScalar, { nullable: true, description: 'The first day without it; today unless told.' })
  on?: string | null;
  @Field(() => String, { description: 'Why, at most 200 characters. Nobody’s name.' })
  because: string;
}

@ObjectType('CoveragePayload', { description: 'The link as the change left it.' })
export class CoveragePayload {
  @Field(() => CoverageLinkType, { description: 'The link.' })
  link: CoverageLinkType;
}
