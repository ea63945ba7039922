import type { ComparedLevel, Comparison, ScoreboardQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import type { Town } from '../towns/town.ts';
import { dayInShanghai, isDay } from '../ui/day.ts';
import type { Choose } from '../ui/useAddress.ts';

graphql(`
  fragment ScoreboardScore on ComparisonScore {
    rank
    figure { numerator denominator rounded }
  }
`);

graphql(`
  fragment ScoreboardRow on ComparedUnit {
    unit
    name
    kind
    households
    contacts { ...ScoreboardScore }
    breadth { ...ScoreboardScore }
    records { ...ScoreboardScore }
    promptness { ...ScoreboardScore }
    solved { ...ScoreboardScore }
    satisfaction { rounded }
  }
`);

export const SCOREBOARD = graphql(`
  query Scoreboard(
    $code: RegisterCode!, $period: PeriodInput!, $level: ComparedLevel!, $unit: ID, $orderBy: Comparison!, $after: String
  ) {
    town(code: $code) {
      id
      comparisons(period: $period, level: $level, unit: $unit) {
        asOf
        fewest
        whole { ...ScoreboardRow ...ComparedBy }
        units(first: 60, after: $after, orderBy: $orderBy) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...ScoreboardRow }
        }
      }
    }
  }
`);

/** Which indicator each comparison compares units by, and the day for whose units. */
export const COMPARED_BY = graphql(`
  query Compared($code: RegisterCode!, $period: PeriodInput!) {
    town(code: $code) {
      id
      comparisons(period: $period) {
        asOf
        whole { ...ComparedBy }
      }
    }
  }
`);

graphql(`
  fragment ComparedBy on ComparedUnit {
    contacts { figure { indicator { ...ShownIndicator } } }
    breadth { figure { indicator { ...ShownIndicator } } }
    records { figure { indicator { ...ShownIndicator } } }
    promptness { figure { indicator { ...ShownIndicator } } }
    solved { figure { indicator { ...ShownIndicator } } }
  }
`);

export type Board = NonNullable<NonNullable<ScoreboardQuery['town']>['comparisons']>;
export type BoardRow = Board['units']['nodes'][number];

/** The five comparisons in their order, each with the field of a row that holds its score. */
export const comparisons = ['CONTACTS', 'BREADTH', 'RECORDS', 'PROMPTNESS', 'SOLVED'] as const;
export const fields = {
  CONTACTS: 'contacts',
  BREADTH: 'breadth',
  RECORDS: 'records',
  PROMPTNESS: 'promptness',
  SOLVED: 'solved',
} as const satisfies Record<Comparison, keyof BoardRow>;

export const levels = ['COMMITTEE', 'BLOCK', 'SERVICE_AREA'] as const satisfies readonly ComparedLevel[];
export const spans = ['month', 'quarter', 'year', 'lastYear'] as const;
type Span = (typeof spans)[number];

/** What the scoreboard shows, as its address says. */
export interface BoardChoice {
  /** The period by its name; null for days of one's own. */
  span: Span | null;
  /** Its first and last day, both included. */
  period: { first: string; last: string };
  level: ComparedLevel;
  /** The unit under which units are compared; null for the town. */
  under: string | null;
  /** The comparison by whose places they are listed. */
  by: Comparison;
  /** The comparison that is opened, and of which unit; null for the town. */
  score: Comparison | null;
  unit: string | null;
}

/** Reads an address. What it does not say, or says wrongly, is: this year so far, villages and committees, by contacts. */
export function readChoice(params: URLSearchParams, today: string = dayInShanghai()): BoardChoice {
  const [from, to] = [params.get('from'), params.get('to')];
  const own = isDay(from) && isDay(to) && from <= to ? { first: from, last: to } : null;
  const named = spans.find((each) => each === params.get('span')) ?? 'year';
  return {
    span: own ? null : named,
    period: own ?? periodOf(named, today),
    level: levels.find((each) => each === params.get('level')) ?? 'COMMITTEE',
    under: params.get('under'),
    by: comparisons.find((each) => each === params.get('by')) ?? 'CONTACTS',
    score: comparisons.find((each) => each === params.get('score')) ?? null,
    unit: params.get('unit'),
  };
}

/** The days of a period that has a name, as far as today. */
export function periodOf(span: Span, today: string): { first: string; last: string } {
  const [year = '', month = ''] = today.split('-');
  if (span === 'lastYear') return { first: `${Number(year) - 1}-01-01`, last: `${Number(year) - 1}-12-31` };
  const quarter = String(3 * Math.floor((Number(month) - 1) / 3) + 1).padStart(2, '0');
  return { first: `${year}-${{ month, quarter, year: '01' }[span]}-01`, last: today };
}

/** What a board is shown with. */
export interface BoardProps {
  town: Town;
  choice: BoardChoice;
  choose: Choose;
}
