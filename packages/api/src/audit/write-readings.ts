import { randomUUID } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { ErrorCode } from '../errors.ts';
import { say } from '../messages.ts';
import type { Purpose } from './purpose.ts';
import type { NotedReading } from './reading-notes.ts';

/**
 * Writes what an operation has read of personal data: one row a town, each in a transaction of its own, after all that
 * the operation did itself has ended. Returns the answer; where that cannot be written down, the answer is withheld and
 * UNAVAILABLE takes its place. What a mutation changed stays changed, as its idempotency key tells.
 */
export async function recorded(
  ctx: Context,
  answer: FormattedExecutionResult,
  log: Logger,
): Promise<FormattedExecutionResult> {
  try {
    await writeReadings(ctx);
    return answer;
  } catch (fault) {
    const reference = randomUUID();
    log.error({ err: fault, reference }, 'A reading of personal data could not be recorded; its answer is withheld');
    const code: ErrorCode = 'UNAVAILABLE';
    return { data: null, errors: [{ message: say(ctx.language, 'unavailable'), extensions: { code, reference } }] };
  }
}

async function writeReadings(ctx: Context): Promise<void> {
  const { operation, purpose } = ctx.personalReadings;
  const through = ctx.actor?.application;
  for (const { townId, ...read } of ctx.personalReadings.take()) {
    const seat = { role: 'app_town', town: townId } as const;
    // One that acts for itself is the account.
    const applicationId = through && !through.forItself ? through.id : null;
    const reading = { ...read, operation, purpose, accountId: ctx.signedIn.accountId, applicationId };
    await atDesk(ctx.orm, seat, ctx.now, 'write', (desk) => addReading(desk, reading));
  }
}

/** A look at personal data of a town, as it is written down. */
export interface AddedReading extends Omit<NotedReading, 'townId'> {
  operation: string | null;
  purpose: Purpose | undefined;
  accountId: string;
  /** The application through which the account looked; null for none, and for one that acts for itself, which is the account. */
  applicationId: string | null;
}

/** Writes down a look at personal data of the desk’s town, at the desk’s moment. */
export async function addReading(
  { db, town, now }: Desk,
  { operation, purpose, accountId, applicationId, fields, subjects }: AddedReading,
): Promise<void> {
  await db
    .insertInto('audit_reading')
    .values({
      town_id: town,
      id: newId(),
      read_at: now,
      account_id: accountId,
      application_id: applicationId,
      purpose: purpose ?? null,
      fields,
      subjects,
      // A name can be as long as a request; this is enough to know an operation by.
      operation: operation?.slice(0, 100) ?? null,
    })
    .execute();
}
