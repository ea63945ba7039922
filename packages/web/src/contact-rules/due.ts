import type { DueHouseholdsQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { placesOn } from '../households/household.ts';
import type { DueBecause, SheetRow } from '../today/sheet.ts';
import { nameWithParent } from '../units/unit.ts';

export const DUE_HOUSEHOLDS = graphql(`
  query DueHouseholds($code: RegisterCode!, $unit: ID, $team: ID, $dueBy: Date, $after: String) @purpose(of: VISIT) {
    town(code: $code) {
      id
      dueHouseholds(unit: $unit, team: $team, dueBy: $dueBy, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          dueOn
          household {
            id
            code
            label
            address
            validFrom
            validTo
            version
            viewerCan
            places {
              validFrom
              validTo
              block { id name parent { id name } overlay { id name } }
              head { id person { id name } }
            }
          }
          lastVisit { id visitedOn way }
          toBring { demand outcome requests { id number state subject { id name } } }
          reasons { name since dueOn ways note category { id group } }
        }
      }
    }
  }
`);

type DueList = NonNullable<NonNullable<DueHouseholdsQuery['town']>['dueHouseholds']>;
export type DueRow = DueList['nodes'][number];

/** Why a household is due, as far as a list that is taken along says it. */
export function becauseOf({ reasons }: Pick<DueRow, 'reasons'>): DueBecause[] {
  return reasons.map(({ name, dueOn, note }) => ({ name, dueOn, note }));
}

/** A household that is due, as it is printed. */
export function sheetRowOf(due: DueRow, today: string): SheetRow {
  const { household, lastVisit, toBring } = due;
  const home = placesOn(household.places, today).find(({ block }) => block.overlay === null)?.block;
  const { id, code, label, address } = household;
  return {
    ...{ id, code, label, address, block: home ? nameWithParent(home) : null, because: becauseOf(due), lastVisit },
    ...{ categories: [], bring: [toBring.demand, toBring.outcome].filter((each) => each !== null), openRequests: [] },
  };
}

/** How many days ahead the list looks, as it is offered. */
export const spans = [0, 7, 30] as const;

/** What the address of the page says of the list. */
export interface DueChoice {
  unit: string | null;
  team: string | null;
  within: (typeof spans)[number];
}

/** Reads the choice out of an address; what it does not say is all that the viewer sees, due within a week. */
export function readChoice(params: URLSearchParams): DueChoice {
  const within = spans.find((days) => String(days) === params.get('within')) ?? 7;
  return { unit: params.get('unit'), team: params.get('team'), within };
}

/** The rows of a list by the day on which they are due; those that are overdue together, before the others. */
export function byDay<Row extends { dueOn: string }>(
  rows: readonly Row[],
  today: string,
): { day: string | null; rows: Row[] }[] {
  const groups = Map.groupBy(rows, ({ dueOn }) => (dueOn < today ? null : dueOn));
  return [...groups].map(([day, each]) => ({ day, rows: each }));
}
