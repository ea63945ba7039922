import type { DashboardCellFragment, DashboardDistrictFragment, IndicatorsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

graphql(`
  fragment DashboardCell on Figure { numerator denominator value rounded }
`);

graphql(`
  fragment DashboardTotal on DistrictFigure {
    numerator denominator value rounded townCount missing { code name }
  }
`);

graphql(`
  fragment DashboardDistrict on District {
    id
    code
    name
    totals(indicators: $indicators, period: $period, on: $on) { ...DashboardTotal }
    totalsBefore: totals(indicators: $indicators, period: $before, on: $onBefore) @include(if: $compare) { ...DashboardTotal }
    figures(indicators: $indicators, period: $period, on: $on) @include(if: $towns) {
      ... on TownFigureSet { town { id code name viewerCan } figures { ...DashboardCell } }
      ... on TownUnavailable { town { id code name viewerCan } reason }
    }
    figuresBefore: figures(indicators: $indicators, period: $before, on: $onBefore) @include(if: $compareTowns) {
      ... on TownFigureSet { town { id code } figures { ...DashboardCell } }
    }
  }
`);

export const DISTRICT = graphql(`
  query DistrictDashboard(
    $code: RegisterCode!, $indicators: [String!]!, $period: PeriodInput, $on: Date, $before: PeriodInput, $onBefore: Date
    $towns: Boolean!, $compare: Boolean!, $compareTowns: Boolean!
  ) {
    district(code: $code) { ...DashboardDistrict }
  }
`);

export const ALL_DISTRICTS = graphql(`
  query AllDistricts(
    $indicators: [String!]!, $period: PeriodInput, $on: Date, $before: PeriodInput, $onBefore: Date
    $towns: Boolean!, $compare: Boolean!, $compareTowns: Boolean!
  ) {
    districts { ...DashboardDistrict }
  }
`);

graphql(`
  fragment DashboardSeries on Series {
    points { period { first last } numerator denominator value rounded }
  }
`);

export const TOWN_SERIES = graphql(`
  query TownSeries($code: RegisterCode!, $indicator: String!, $by: SeriesStep!, $first: Date!, $last: Date!) {
    town(code: $code) {
      id
      series(indicator: $indicator, by: $by, first: $first, last: $last) { ...DashboardSeries }
    }
  }
`);

export const DISTRICT_SERIES = graphql(`
  query DistrictSeries($code: RegisterCode!, $indicator: String!, $by: SeriesStep!, $first: Date!, $last: Date!) {
    district(code: $code) {
      id
      series(indicator: $indicator, by: $by, first: $first, last: $last) { ...DashboardSeries }
    }
  }
`);

export type Indicator = IndicatorsQuery['indicators'][number];
export type District = DashboardDistrictFragment;
export type Counted = Pick<DashboardCellFragment, 'numerator' | 'denominator' | 'value' | 'rounded'>;

/** What a dashboard shows where nothing else is chosen. */
const usual = [
  'household',
  'contact',
  'contact-rate',
  'request',
  'request-completion',
  'establishment',
  'organization-coverage',
  'work-coverage',
];

/** The indicators that somebody may ask for: all that they may count, and of others what summaries of towns tell. */
export function open(all: readonly Indicator[], permissions: readonly string[]): Indicator[] {
  const summaries = permissions.includes('SUMMARY_READ');
  const records = permissions.includes('UNIT_READ');
  return all.filter(({ permission, keptByTown }) =>
    keptByTown ? summaries || permissions.includes(permission) : records && permissions.includes(permission),
  );
}

/** The indicators that are shown: those that are chosen, as far as they are open, else the usual ones. */
export function shownOf(indicators: readonly Indicator[], chosen: readonly string[] | null): Indicator[] {
  const find = (codes: readonly string[]) =>
    codes.flatMap((code) => indicators.find((indicator) => indicator.code === code) ?? []);
  const found = find(chosen ?? usual);
  return found.length > 0 ? found : find(usual);
}
