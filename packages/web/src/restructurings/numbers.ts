import { useApolloClient } from '@apollo/client/react';
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
    const ids = new Map<string, string>();
    let after: string | null = null;
    do {
      const variables: { block: string; asOf: string; after: string | null } = { block, asOf, after };
      const options = { fetchPolicy: 'network-only', errorPolicy: 'all' } as const;
      const { data, error } = await client.query({ query: HOUSEHOLD_NUMBERS, variables, ...options });
      // A block that is not there on that day holds nothing on it.
      if (error && readFailure(error).code !== 'NOT_FOUND') throw error;
      const unit = data?.unit;
      const page = unit && 'households' in unit ? unit.households : null;
      for (const { node } of page?.edges ?? []) if (node.code !== null) ids.set(node.code, node.id);
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return numbers.map((number) => {
      const id = ids.get(number);
      if (id === undefined) throw new FieldProblem('numbers', t('draft.unknownNumber', { number }));
      return id;
    });
  };
}
