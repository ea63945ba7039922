import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Basis } from '../indicators/basis.ts';
import { BasisEnum } from '../indicators/indicator.type.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { OrganizationClassEnum } from '../organizations/organization.type.ts';
import { type Management, ManagementEnum } from '../party-organizations/management.type.ts';
import { enumOf } from '../schema/enum.ts';
import { RateType } from '../schema/rate.type.ts';
import { DateScalar } from '../schema/scalars.ts';
import type { CoveredOrganization } from './organizations-on.ts';
import { coverageRates } from './rates.ts';

export const CoverageRateEnum = enumOf(coverageRates);
registerEnumType(CoverageRateEnum, {
  name: 'CoverageRate',
  description: 'The three rates of coverage. None of them contains another.',
  valuesConfig: {
    ESTABLISHMENT: {
      description: 'Establishment 组建率: a Party organisation was set up in it, alone or jointly with others.',
    },
    ORGANIZATION_COVERAGE: {
      description: 'Organisation coverage 组织覆盖率: a Party organisation includes it, in whichever way.',
    },
    WORK_COVERAGE: {
      description:
        'Work coverage 工作覆盖率: somebody is assigned to it or to what it stands under, or a guidance station guides its kind.',
    },
  },
});

const dimensions = ['CLASS', 'KIND', 'UNIT', 'INDUSTRY', 'MANAGEMENT'] as const;
export type Dimension = (typeof dimensions)[number];
export const DimensionEnum = enumOf(dimensions);
registerEnumType(DimensionEnum, {
  name: 'CoverageDimension',
  description: 'By what the rates of coverage are told apart.',
  valuesConfig: {
    CLASS: { description: 'By class, as districts compare them.' },
    KIND: { description: 'By kind, in the order of the town’s list.' },
    UNIT: { description: 'By the units directly under the one that is asked about, or under the town.' },
    INDUSTRY: { description: 'By industry, in the order of the town’s list; last those of none.' },
    MANAGEMENT: { description: 'Managed directly, or where they are.' },
  },
});

@InputType('CoverageFilter', { description: 'Which organisations: those for which all holds that is told.' })
export class CoverageFilter {
  @Field(() => [OrganizationClassEnum], { nullable: true, description: 'Of one of these classes.' })
  class?: OrganizationClass[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these kinds.' })
  kind?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Of one of these industries.' })
  industry?: string[] | null;
  @Field(() => ManagementEnum, { nullable: true, description: 'Managed so.' })
  management?: Management | null;
  @Field(() => Boolean, { nullable: true, description: 'With Party members, or without any.' })
  hasMembers?: boolean | null;
}

/** An organisation with the units for which it counts, the nearest first. */
export interface CountedOrganization {
  organization: CoveredOrganization;
  path: readonly string[];
}

/** What the three rates are of some organisations. */
@ObjectType('CoverageRates', { description: 'How many organisations there are, and how far they are covered.' })
export class ThreeRates {
  @Field(() => Int, { description: 'How many organisations there are.' })
  organizations: number;
  @Field(() => RateType, { description: 'In how many a Party organisation was set up 组建率.' })
  establishment: RateType;
  @Field(() => RateType, { description: 'How many a Party organisation includes 组织覆盖率.' })
  organizationCoverage: RateType;
  @Field(() => RateType, { description: 'To how many somebody is assigned 工作覆盖率.' })
  workCoverage: RateType;
}

@ObjectType('CoverageGroup', { description: 'What coverage is of some of the organisations.' })
export class CoverageGroupType extends ThreeRates {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the kind, unit or industry; null for a class, a management, and for those of none.',
  })
  id: string | null;
  @Field(() => OrganizationClassEnum, { nullable: true, description: 'The class, where they are told apart by that.' })
  class: OrganizationClass | null;
  @Field(() => ManagementEnum, { nullable: true, description: 'The management, where they are told apart by that.' })
  management: Management | null;
  @Field(() => String, { nullable: true, description: 'The name of the kind, unit or industry; null with `id`.' })
  name: string | null;
}

@ObjectType('Coverage', {
  description:
    'How far the Party covers the organisations of a town or unit on a day, by three rates. Open it by what they are told apart, and into what is missing.',
})
export class CoverageType extends ThreeRates {
  townId: number;
  unitUuid: string | null;
  counted: readonly CountedOrganization[];
  @Field(() => DateScalar, { description: 'The day of which it is.' })
  on: string;
  @Field(() => BasisEnum, { description: 'For the units of which day they count.' })
  basis: Basis;
  @Field(() => DateScalar, { description: 'The day whose units they count for.' })
  asOf: string;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day of which the town has organisations on record: before it there is nothing to count, and the rates are of none. Null where it has none at all.',
  })
  recordsBegin: string | null;
}
