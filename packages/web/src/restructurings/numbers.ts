import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldProblem, readFailure } from '../errors.ts';
import { graphql } from '../generated/index.ts';

const HOUSEHOLD_NUMBERS = graphql(`
  query HouseholdNumbers($block: ID!, $asOf: Date!, $after: String) {
    unit(id: $block, asOf: $asOf) {
      id
      ... on Block {
        households(first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          edges { cursor node { id code } }
        }
      }
    }
  }
`);

/** The households that a block holds on a day: the town's numbers with their ids. Nothing where it is not there then. */
async function householdsOf(client: ApolloClient, block: string, asOf: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  let after: string | null = null;
  do {
    const variables: { block: string; asOf: string; after: string | null } = { block, asOf, after };
    const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const;
    const { data, error } = await client.query({ query: HOUSEHOLD_NUMBERS, variables, ...options });
    if (error && readFailure(error).code !== 'NOT_FOUND') throw error;
    const unit = data?.unit;
    const page = unit && 'households' in unit ? unit.households : null;
    for (const { node } of page?.edges ?? []) if (node.code !== null) ids.set(node.code, node.id);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

/** The numbers of the households of a block on a day, to choose from; null until they are read. */
export function useHouseholdNumbers(block: string, asOf: string): readonly string[] | null {
  const client = useApolloClient();
  const [numbers, setNumbers] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let gone = false;
    householdsOf(client, block, asOf).then(
      (ids) => !gone && setNumbers([...ids.keys()]),
      () => !gone && setNumbers([]),
    );
    return () => {
      gone = true;
    };
  }, [client, block, asOf]);
  return numbers;
}

/**
 * Gives a function that finds a block's households of a day by the town's numbers. It rejects with a FieldProblem
 * on `numbers` for the first one that the block does not hold.
 */
export function useHouseholdsByNumber(): (
  block: string,
  asOf: string,
  numbers: readonly string[],
) => Promise<string[]> {
  const { t } = useTranslation('restructurings');
  const client = useApolloClient();
  return async (block, asOf, numbers) => {
    if (numbers.length === 0) return [];
    const ids = await householdsOf(client, block, asOf);
    return numbers.map((number) => {
      const id = ids.get(number);
      if (id === undefined) throw new FieldProblem('numbers', t('draft.unknownNumber', { number }));
      return id;
    });
  };
}
