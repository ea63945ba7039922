import { client } from '../client.ts';
import { device, type NotedRow } from '../device/db.ts';
import { graphql } from '../generated/index.ts';

const RETRY_HELD_VISIT = graphql(`
  mutation RetryHeldVisit($input: RecordHeldVisitInput!) {
    recordHeldVisit(input: $input) { held { id status } }
  }
`);

/** Lets the platform record a visit that it holds, as it was sent. Rejects with the reason where it still cannot. */
export async function retryHeld({ clientId, held }: NotedRow): Promise<void> {
  if (held === null) throw new Error(`Nothing is held of visit ${clientId}`);
  const { data } = await client.mutate({ mutation: RETRY_HELD_VISIT, variables: { input: { held } } });
  if (data?.recordHeldVisit.held.status === 'RECORDED') {
    await device.noted.update(clientId, { state: 'RECORDED', problem: null });
  }
}
