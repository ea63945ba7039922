import type { HouseholdQuery, HouseholdsQuery, Permission } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';

export const HOUSEHOLDS = graphql(`
  query Households($id: ID!, $asOf: Date, $after: String) {
    unit(id: $id, asOf: $asOf) {
      id
      ... on Block {
        overlay { id name }
        teams { id viewerCan }
        households(first: 50, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges {
            cursor
            node {
              id
              code
              label
              validFrom
              validTo
              version
              viewerCan
              places {
                validFrom
                validTo
                block { id name overlay { id name } }
                head { id person { id name } }
              }
            }
          }
        }
      }
    }
  }
`);

export const HOUSEHOLD = graphql(`
  query Household($id: ID!) {
    household(id: $id) {
      id
      code
      validFrom
      validTo
      version
      viewerCan
      places {
        validFrom
        validTo
        block {
          id
          name
          overlay { id name }
          ancestors { id name }
          town { id code name viewerCan viewerCanSomewhere district { id name } }
        }
        head { id person { id name } }
      }
    }
  }
`);

type Unit = NonNullable<HouseholdsQuery['unit']>;
export type HouseholdRow = NonNullable<Extract<Unit, { households: unknown }>['households']>['edges'][number]['node'];
export type HouseholdInFull = NonNullable<HouseholdQuery['household']>;

/** A block that holds a household over a period: the first day, and the first day after it. */
export interface Place {
  validFrom: string;
  validTo: string | null;
  block: { id: string; name: string; overlay: { id: string; name: string } | null };
  head: { person: { name: string } | null } | null;
}

/** What the forms need of a household. */
export interface Household {
  id: string;
  code: string | null;
  validFrom: string;
  validTo: string | null;
  version: number;
  viewerCan: readonly Permission[];
  places: readonly Place[];
}

/** The places that hold a household on a day, in all partitions. */
export function placesOn<P extends Pick<Place, 'validFrom' | 'validTo'>>(places: readonly P[], day: string): P[] {
  return places.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
}

/** Since when a block holds a household without a break, up to a day. */
export function heldSince(places: readonly Place[], block: string, day: string): string | undefined {
  const own = places.filter((place) => place.block.id === block && place.validFrom <= day);
  let since: string | undefined;
  for (const { validFrom, validTo } of own.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))) {
    if (since === undefined || validTo === since) since = validFrom;
    else break;
  }
  return since;
}

/** The numbers of households in a text, one a line; blank lines say nothing. */
export function numbersIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The address of a household's page. */
export function householdPath(id: string): string {
  return `/households/${encodeURIComponent(id)}`;
}
