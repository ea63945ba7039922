import { client } from '../client.ts';
import { device, type NotedRow } from '../device/db.ts';
import { readFailure } from '../errors.ts';
import { graphql } from '../generated/index.ts';

const HELD_VISIT_STATUS = graphql(`
  query HeldVisitStatus($id: ID!) {
    node(id: $id) { id ... on HeldVisit { status message settledReason } }
  }
`);

/** Asks what became of visits that the platform holds. Rejects where it cannot be asked. */
export async function refreshHeld(held: readonly NotedRow[]): Promise<void> {
  for (const { clientId, held: id } of held) {
    if (id === null) continue;
    try {
      const { data } = await client.query({ query: HELD_VISIT_STATUS, variables: { id }, fetchPolicy: 'no-cache' });
      if (!data?.node || !('status' in data.node)) continue;
      const { status: state, message, settledReason } = data.node;
      await device.noted.update(clientId, { state, problem: state === 'HELD' ? message : settledReason });
    } catch (error) {
      // Whoever left the town sees it no more: it stays here as it was.
      if (readFailure(error).code !== 'NOT_FOUND') throw error;
    }
  }
}
