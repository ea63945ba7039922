import { client } from '../client.ts';
import { device, type NotedRow } from '../device/db.ts';
import { alone } from '../device/lock.ts';
import { type FailureCode, readFailure } from '../errors.ts';
import type { RecordVisitInput } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { renew, session } from '../signin/session.ts';
import { chunksOf } from './chunks.ts';
import { refreshHeld } from './held.ts';
import { LostHere, outgoing } from './outgoing.ts';

const SENDER = graphql(`
  query Sender { viewer { account { id } } }
`);

const SYNC_VISITS = graphql(`
  mutation SyncVisits($input: SyncVisitsInput!) {
    syncVisits(input: $input) { results { clientId status held { id message settledReason } } }
  }
`);

/** Why nothing more was sent: the network or the platform fails, nobody is signed in, or somebody else. */
export type SendProblem = FailureCode | 'OTHER_ACCOUNT';

/** Failures that pass: what waits may go later, as it is. UNKNOWN is, among others, the page of a network that asks to sign in. */
const passing: readonly FailureCode[] = [
  'OFFLINE',
  'UNAVAILABLE',
  'UNAUTHENTICATED',
  'LIMIT_EXCEEDED',
  'INTERNAL',
  'UNKNOWN',
];

/**
 * Sends what an account noted on this device, and asks what became of what the platform holds; one window at a time. Each
 * visit is sent under its own id: one that is sent twice, because an answer was lost, counts once.
 * Resolves with what kept the rest from being sent; null where nothing did. Never rejects.
 */
export function sendNoted(account: string): Promise<SendProblem | null> {
  return alone('queue', async () => {
    const own = await device.noted.where('account').equals(account).toArray();
    const waiting = own.filter(({ state }) => state === 'WAITING');
    const held = own.filter(({ state }) => state === 'HELD');
    if (waiting.length + held.length === 0) return null;
    try {
      if (session.token() === null && !(await renew())) {
        return session.state() === 'unreachable' ? 'OFFLINE' : 'UNAUTHENTICATED';
      }
      const { data } = await client.query({ query: SENDER, fetchPolicy: 'network-only' });
      if (data?.viewer?.account.id !== account) return 'OTHER_ACCOUNT';
      await sendWaiting(waiting);
      await refreshHeld(held);
      return null;
    } catch (error) {
      return readFailure(error).code;
    }
  });
}

interface ToSend {
  row: NotedRow;
  input: RecordVisitInput;
}

/** Sends visits, those first that were noted first. Rejects where something passing keeps the rest from being sent. */
async function sendWaiting(waiting: readonly NotedRow[]): Promise<void> {
  const ready: ToSend[] = [];
  for (const row of waiting.toSorted((a, b) => (a.notedAt < b.notedAt ? -1 : 1))) {
    try {
      ready.push({ row, input: await outgoing(row) });
    } catch (error) {
      await refuse(row, error);
    }
  }
  for (const [town, own] of Map.groupBy(ready, ({ row }) => row.town)) {
    for (const chunk of chunksOf(own, ({ input }) => input)) await send(town, chunk);
  }
}

/** Sends some visits together; where they are refused together, one by one, to find out which of them is at fault. */
async function send(town: string, chunk: readonly ToSend[]): Promise<void> {
  for (const { row } of chunk) await device.noted.update(row.clientId, { tried: true });
  const input = { town, visits: chunk.map((each) => each.input) };
  try {
    const { data } = await client.mutate({ mutation: SYNC_VISITS, variables: { input } });
    for (const { clientId, status, held } of data?.syncVisits.results ?? []) {
      const problem = (status === 'HELD' ? held?.message : held?.settledReason) ?? null;
      await device.transaction('rw', device.noted, device.photos, async () => {
        await device.noted.update(clientId, { state: status, sealed: null, problem, held: held?.id ?? null });
        await device.photos.where('visit').equals(clientId).delete();
      });
    }
  } catch (error) {
    if (passing.includes(readFailure(error).code)) throw error;
    // The platform took none of them.
    for (const { row } of chunk) await device.noted.update(row.clientId, { tried: row.tried });
    const [first, ...others] = chunk;
    if (first && others.length === 0) await refuse(first.row, error);
    else for (const each of chunk) await send(town, [each]);
  }
}

/** Notes why a visit was not taken, null where it can be read no more. Rejects with the error where it passes. */
async function refuse({ clientId }: NotedRow, error: unknown): Promise<void> {
  const { code, message } = readFailure(error);
  if (passing.includes(code) && !(error instanceof LostHere)) throw error;
  await device.noted.update(clientId, { state: 'REFUSED', problem: message });
}
