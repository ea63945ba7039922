import type { Basis, FigureQuery, FiguresOnBasesQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

graphql(`
  fragment ShownIndicator on Indicator {
    code
    name
    englishName
    definition(language: ZH)
    englishDefinition: definition
    time
    isRate
    perHundred
    hasBases
    keptByTown
    permission
    since
    versions {
      since
      definition(language: ZH)
      englishDefinition: definition
      changed(language: ZH)
      englishChanged: changed
    }
  }
`);

export const INDICATORS = graphql(`
  query Indicators {
    indicators { ...ShownIndicator }
  }
`);

export const STOCKS = graphql(`
  query Stocks($code: RegisterCode!, $asOf: Date!) {
    town(code: $code) {
      id
      serviceArea: figure(indicator: "service-area", asOf: $asOf) { numerator indicator { code } }
      community: figure(indicator: "community", asOf: $asOf) { numerator indicator { code } }
      village: figure(indicator: "village", asOf: $asOf) { numerator indicator { code } }
      committee: figure(indicator: "committee", asOf: $asOf) { numerator indicator { code } }
      specialArea: figure(indicator: "special-area", asOf: $asOf) { numerator indicator { code } }
      park: figure(indicator: "park", asOf: $asOf) { numerator indicator { code } }
      block: figure(indicator: "block", asOf: $asOf) { numerator indicator { code } }
      building: figure(indicator: "building", asOf: $asOf) { numerator indicator { code } }
      team: figure(indicator: "team", asOf: $asOf) { numerator indicator { code } }
      household: figure(indicator: "household", asOf: $asOf) { numerator indicator { code } }
    }
  }
`);

export const FIGURE = graphql(`
  query Figure(
    $code: RegisterCode!, $indicator: String!, $unit: ID, $asOf: Date!, $on: Date, $period: PeriodInput, $basis: Basis!
    $after: String
  ) {
    town(code: $code) {
      id
      figure(indicator: $indicator, unit: $unit, asOf: $asOf, on: $on, period: $period, basis: $basis) {
        numerator
        denominator
        rounded
        asOf
        on
        within { id name }
        parts(first: 100, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { unit name kind numerator denominator rounded opens }
        }
      }
    }
  }
`);

export const FIGURES_ON_BASES = graphql(`
  query FiguresOnBases($code: RegisterCode!, $indicator: String!, $asOf: Date!, $on: Date, $period: PeriodInput) {
    town(code: $code) {
      id
      AS_RECORDED: figure(indicator: $indicator, period: $period, on: $on, basis: AS_RECORDED) {
        numerator denominator rounded asOf parts(first: 100) { totalCount nodes { unit name kind numerator } }
      }
      AS_OF: figure(indicator: $indicator, period: $period, on: $on, asOf: $asOf, basis: AS_OF) {
        numerator denominator rounded asOf parts(first: 100) { totalCount nodes { unit name kind numerator } }
      }
      RESTATED: figure(indicator: $indicator, period: $period, on: $on, basis: RESTATED) {
        numerator denominator rounded asOf parts(first: 100) { totalCount nodes { unit name kind numerator } }
      }
    }
  }
`);

/** The bases in the order in which they stand beside each other. */
export const bases = ['AS_RECORDED', 'AS_OF', 'RESTATED'] as const satisfies readonly Basis[];

export type Figure = NonNullable<NonNullable<FigureQuery['town']>['figure']>;
export type FigurePart = Figure['parts']['nodes'][number];
type FigureOnBasis = NonNullable<NonNullable<FiguresOnBasesQuery['town']>['RESTATED']>;
export type FiguresOnBases = Readonly<Record<Basis, FigureOnBasis>>;

/** The figures of a town on each basis; null until all three are there. */
export function onBases(data: FiguresOnBasesQuery | undefined): FiguresOnBases | null {
  const { AS_RECORDED, AS_OF, RESTATED } = data?.town ?? {};
  return AS_RECORDED && AS_OF && RESTATED ? { AS_RECORDED, AS_OF, RESTATED } : null;
}
