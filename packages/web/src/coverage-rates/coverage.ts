import type {
  Basis,
  CoverageDimension,
  CoverageFilter,
  CoverageGapsQuery,
  CoverageQuery,
  CoverageRate,
  Management,
  OrganizationClass,
} from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { organizationClasses } from '../organizations/organization.ts';
import { isDay } from '../ui/day.ts';

graphql(`
  fragment ShownRates on CoverageRates {
    organizations
    establishment { numerator denominator rounded }
    organizationCoverage { numerator denominator rounded }
    workCoverage { numerator denominator rounded }
  }
`);

export const COVERAGE = graphql(`
  query Coverage(
    $code: RegisterCode!, $on: Date!, $unit: ID, $filter: CoverageFilter!, $basis: Basis!, $dimension: CoverageDimension!
  ) {
    town(code: $code) {
      id
      coverage(on: $on, unit: $unit, filter: $filter, basis: $basis) {
        on
        asOf
        recordsBegin
        organizations
        establishment { numerator denominator rounded }
        organizationCoverage { numerator denominator rounded }
        workCoverage { numerator denominator rounded }
        by(dimension: $dimension) {
          id
          name
          class
          management
          organizations
          establishment { numerator denominator rounded }
          organizationCoverage { numerator denominator rounded }
          workCoverage { numerator denominator rounded }
        }
      }
    }
  }
`);

export const GAPS = graphql(`
  query CoverageGaps(
    $code: RegisterCode!, $on: Date!, $unit: ID, $filter: CoverageFilter!, $basis: Basis!, $rate: CoverageRate!, $after: String
  ) {
    town(code: $code) {
      id
      coverage(on: $on, unit: $unit, filter: $filter, basis: $basis) {
        gaps(rate: $rate, first: 30, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes {
            organization { id name partyMembers unit { id name } kind { id name } }
            reasons
            ended { on way partyOrganization { id name } }
            remedies {
              kind
              raises
              partyOrganization { id name }
              together { id name }
              after { ...ShownRates }
            }
          }
        }
      }
    }
  }
`);

export const TAKE_REMEDIES = graphql(`
  mutation TakeRemedies($input: TakeRemediesInput!) {
    takeRemedies(input: $input) {
      draft
      on
      changes { class before { ...ShownRates } after { ...ShownRates } }
    }
  }
`);

export type Coverage = NonNullable<NonNullable<CoverageQuery['town']>['coverage']>;
export type CoverageGroup = Coverage['by'][number];
type GapsTown = NonNullable<CoverageGapsQuery['town']>;
export type Gap = NonNullable<NonNullable<GapsTown['coverage']>['gaps']>['nodes'][number];
export type Remedy = Gap['remedies'][number];

/** The three rates in their order, each with the member of what is counted that holds it. */
export const rates = {
  ESTABLISHMENT: 'establishment',
  ORGANIZATION_COVERAGE: 'organizationCoverage',
  WORK_COVERAGE: 'workCoverage',
} as const satisfies Record<CoverageRate, keyof Coverage>;
export const rateNames = ['ESTABLISHMENT', 'ORGANIZATION_COVERAGE', 'WORK_COVERAGE'] as const satisfies CoverageRate[];

export const dimensions = ['CLASS', 'KIND', 'UNIT', 'INDUSTRY', 'MANAGEMENT'] as const satisfies CoverageDimension[];
export const bases = ['AS_RECORDED', 'RESTATED'] as const satisfies Basis[];

/** What the page's address chooses. */
export interface CoverageChoice {
  on: string;
  unit: string | null;
  class: OrganizationClass | null;
  kind: string | null;
  industry: string | null;
  management: Management | null;
  dimension: CoverageDimension;
  rate: CoverageRate;
  basis: Basis;
}

/** Reads an address. What it does not say, or says wrongly, is as it is without it; the day is today then. */
export function readChoice(params: URLSearchParams, today: string): CoverageChoice {
  const on = params.get('on');
  return {
    on: on !== null && isDay(on) ? on : today,
    unit: params.get('unit'),
    class: organizationClasses.find((each) => each === params.get('class')) ?? null,
    kind: params.get('kind'),
    industry: params.get('industry'),
    management: (['DIRECT', 'TERRITORIAL'] as const).find((each) => each === params.get('management')) ?? null,
    dimension: dimensions.find((each) => each === params.get('by')) ?? 'CLASS',
    rate: rateNames.find((each) => each === params.get('rate')) ?? 'ESTABLISHMENT',
    basis: bases.find((each) => each === params.get('basis')) ?? 'AS_RECORDED',
  };
}

/** The variables of what a choice asks for. */
export function askedBy({ on, unit, basis, management, kind, industry, ...choice }: CoverageChoice) {
  const only = <Value>(value: Value | null): Value[] | null => (value === null ? null : [value]);
  const filter: CoverageFilter = { class: only(choice.class), kind: only(kind), industry: only(industry), management };
  return { on, unit, basis, filter };
}

/** What narrows the page to a group; undefined for one that the page has no filter for. */
export function narrowerThan({ id, management, ...group }: CoverageGroup, { dimension, unit }: CoverageChoice) {
  switch (dimension) {
    case 'CLASS':
      return { class: group.class, by: 'UNIT' };
    case 'MANAGEMENT':
      return { management, by: 'CLASS' };
    case 'KIND':
      return id === null ? undefined : { kind: id, by: 'UNIT' };
    case 'INDUSTRY':
      return id === null ? undefined : { industry: id, by: 'CLASS' };
    case 'UNIT':
      return id === null || id === unit ? undefined : { unit: id };
  }
}

/** How far apart two written rates are, in points: `+ 1.4`; null where one is of none. */
export function pointsBetween(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const points = Number.parseFloat(after) - Number.parseFloat(before);
  return `${points < 0 ? '−' : '+'} ${Math.abs(points).toFixed(1)}`;
}
