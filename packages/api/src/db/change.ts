import { badInput, conflict } from '../errors.ts';
import { changesOf } from './changes.ts';
import { atDesk, type Desk, type Seat } from './door.ts';
import { platformTownId } from './idempotency.entity.ts';
import { newId } from './new-id.ts';
import type { Orm } from './orm.ts';

/** How long a key is remembered, in milliseconds. */
export const remembered = 24 * 60 * 60 * 1000;

/** What was done before and is answered again. */
const again = new WeakSet<object>();

/**
 * Notes that an answer, or a part of it, is given again for what was done before. Before it is shown, all objects in it are
 * looked at anew: the viewer may have lost sight of them since (still-seen.ts).
 */
export function answeredAgain<Answer extends object>(answer: Answer): Answer {
  again.add(answer);
  return answer;
}

/** Whether `answeredAgain` has noted it. */
export function isAnsweredAgain(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && again.has(answer);
}

/** Whose change it is, when, and how it takes its turn, with what the operation has read ended before, so that its payload is read after the change. */
export interface Changing {
  orm: Orm;
  now: Date;
  signedIn: { accountId: string; application?: { id: string } };
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** What else is to be known of a mutation; for most, nothing. */
export interface Manner<Payload> {
  /** What of its payload is never kept: it is null when the payload is answered again. */
  secret?: keyof Payload;
  /** Whether it changes nothing that figures count, so that whoever watches them need not look again. */
  keepsFigures?: boolean;
}

/** A mutation's input: every one takes an idempotency key. */
export interface Keyed {
  idempotencyKey?: string | null | undefined;
}

/**
 * Runs one mutation field as one transaction at a seat.
 * With an idempotency key the payload is kept for 24 hours by that same transaction: the key with the same input gets
 * the kept payload again (`answeredAgain`) and changes nothing; of fifty at once, forty-nine wait for the first. Whoever watches
 * figures is told that those of the town may have changed, unless the mutation says that it keeps them. The town is told where an
 * application did it.
 * Errors: CONFLICT on input.idempotencyKey where the key came with another input, BAD_INPUT where it is no key.
 */
export async function change<Payload extends object>(
  changing: Changing,
  seat: Seat,
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<Payload>,
  { secret, keepsFigures = false }: Manner<Payload> = {},
): Promise<Payload> {
  const payload = await changing.inTurn(() =>
    atDesk(changing.orm, seat, changing.now, 'write', (desk) => {
      const noted = async () => {
        const done = await work(desk);
        await noteApplication(desk, changing.signedIn, operation);
        return done;
      };
      if (input.idempotencyKey == null) return noted();
      const key = keyOf(desk, changing.signedIn, requireKey(input.idempotencyKey));
      return once(desk, key, hashOf(desk, operation, input), noted, secret);
    }),
  );
  if (seat.role === 'app_town' && !keepsFigures) changesOf(changing.orm).note(seat.town);
  return payload;
}

/** Notes for a town that an application changed something in it; what is recorded of the change itself names the account. */
async function noteApplication(desk: Desk, { accountId, application }: Changing['signedIn'], mutation: string) {
  if (!application || desk.seat.role !== 'app_town') return;
  await desk.db
    .insertInto('application_change')
    .values({
      ...{ town_id: desk.town, id: newId(), changed_at: desk.now },
      ...{ application_id: application.id, account_id: accountId, mutation },
    })
    .execute();
}

interface RecordKey {
  town_id: number;
  account_id: string;
  key: string;
}

function requireKey(key: string): string {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw badInput('input.idempotencyKey', 'idempotencyKey');
  return key;
}

/** The keys of an application are its own: neither those of the person for whom it acts, nor those of another. */
function keyOf({ seat }: Desk, { accountId, application }: Changing['signedIn'], key: string): RecordKey {
  return {
    town_id: seat.role === 'app_town' ? seat.town : platformTownId,
    account_id: accountId,
    key: application ? `${application.id} ${key}` : key,
  };
}

async function once<Payload extends object>(
  desk: Desk,
  key: RecordKey,
  inputHash: string,
  work: () => Promise<Payload>,
  secret: keyof Payload | undefined,
): Promise<Payload> {
  await desk.db
    .deleteFrom('idempotency_record')
    .where('town_id', '=', key.town_id)
    .where('account_id', '=', key.account_id)
    .where('created_at', '<', new Date(desk.now.getTime() - remembered))
    .execute();
  const first = await desk.db
    .insertInto('idempotency_record')
    .values({ ...key, input_hash: inputHash, payload: null, created_at: desk.now })
    .onConflict((taken) => taken.columns(['town_id', 'account_id', 'key']).doNothing())
    .executeTakeFirst();
  if (Number(first.numInsertedOrUpdatedRows) === 0) return kept<Payload>(desk, key, inputHash);

  const payload = await work();
  const keep = secret === undefined ? payload : { ...payload, [secret]: null };
  await desk.db
    .updateTable('idempotency_record')
    .set({ payload: JSON.stringify(keep) })
    .where('town_id', '=', key.town_id)
    .where('account_id', '=', key.account_id)
    .where('key', '=', key.key)
    .execute();
  return payload;
}

async function kept<Payload extends object>(desk: Desk, key: RecordKey, inputHash: string): Promise<Payload> {
  const record = await desk.db
    .selectFrom('idempotency_record')
    .select(['input_hash', 'payload'])
    .where('town_id', '=', key.town_id)
    .where('account_id', '=', key.account_id)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow();
  if (record.input_hash !== inputHash) throw conflict('idempotencyReused', 'input.idempotencyKey');
  return answeredAgain(record.payload as Payload);
}

/** An input may be short and personal, such as a telephone number, so its hash must not be one to try guesses on. */
function hashOf(desk: Desk, operation: string, input: Keyed): string {
  const members = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return desk.sealing.digest(JSON.stringify([operation, members]));
}
