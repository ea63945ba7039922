import type { ReliefGroup, ReliefSumsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { type Days, periodAround } from '../ui/calendarPeriod.ts';
import { isDay } from '../ui/day.ts';

// What is shown of sums, for the documents below.
graphql(`
  fragment SumsOfRelief on ReliefSums {
    total { households applications granted paid }
    groups {
      households applications granted paid source
      category { id name }
      item { id name category { id name } }
      unit { id name }
      campaign { id name }
    }
  }
`);

export const RELIEF_SUMS = graphql(`
  query ReliefSums($code: RegisterCode!, $by: ReliefGroup!, $period: PeriodInput!, $campaign: ID) {
    town(code: $code) { id reliefSums(by: $by, period: $period, campaign: $campaign) { ...SumsOfRelief } }
  }
`);

export const RELIEF_SUMS_FOR = graphql(`
  query ReliefSumsFor(
    $code: RegisterCode!, $by: ReliefGroup!, $period: PeriodInput!, $campaign: ID, $for: ReadingPurpose!
  ) @purpose(of: $for) {
    town(code: $code) { id reliefSums(by: $by, period: $period, campaign: $campaign) { ...SumsOfRelief } }
  }
`);

export const RELIEF_CAMPAIGNS = graphql(`
  query ReliefCampaigns($code: RegisterCode!) {
    town(code: $code) {
      id
      reliefCampaigns { id name firstDay lastDay version }
    }
  }
`);

export type ReliefSum = NonNullable<NonNullable<ReliefSumsQuery['town']>['reliefSums']>['groups'][number];
export interface Campaign {
  id: string;
  name: string;
  firstDay: string;
  lastDay: string;
  version: number;
}

export const reliefGroups = [
  'CATEGORY',
  'ITEM',
  'UNIT',
  'CAMPAIGN',
  'SOURCE',
] as const satisfies readonly ReliefGroup[];

/** What an address says of which sums to show. */
export interface SumsChoice {
  by: ReliefGroup;
  period: Days;
  campaign: string | null;
}

/** Reads an address: by category and of this year unless it says otherwise. */
export function readChoice(params: URLSearchParams, today: string): SumsChoice {
  const [first, last] = [params.get('from'), params.get('to')];
  const said = isDay(first) && isDay(last) && first <= last;
  return {
    by: reliefGroups.find((each) => each === params.get('by')) ?? 'CATEGORY',
    period: said ? { first, last } : periodAround(today, 'YEAR'),
    campaign: params.get('campaign'),
  };
}

/** What the address of the page of applications says so that it lists those of a sum; null for the sum of what is of no campaign. */
export function openedBy({ by, period, campaign }: SumsChoice, sum: ReliefSum): string | null {
  const of = { from: period.first, to: period.last, ...(campaign !== null && { campaign }) };
  const group = {
    CATEGORY: { category: sum.category?.id },
    ITEM: { item: sum.item?.id },
    UNIT: { unit: sum.unit?.id },
    CAMPAIGN: { campaign: sum.campaign?.id },
    SOURCE: { source: sum.source ?? undefined },
  }[by];
  const [[name, value] = []] = Object.entries(group);
  return name === undefined || value === undefined ? null : new URLSearchParams({ ...of, [name]: value }).toString();
}
