import { randomUUID } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { atDesk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { ErrorCode } from '../errors.ts';
import { say } from '../messages.ts';

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
  for (const { townId, fields, subjects } of ctx.personalReadings.take()) {
    await atDesk(ctx.orm, { role: 'app_town', town: townId }, ctx.now, 'write', ({ db, now }) =>
      db
        .insertInto('audit_reading')
        .values({
          town_id: townId,
          id: newId(),
          read_at: now,
          account_id: ctx.signedIn.accountId,
          // One that acts for itself is the account.
          application_id: through && !through.forItself ? through.id : null,
          // A name can be as long as a request; this is enough to know an operation by.
          operation: operation?.slice(0, 100) ?? null,
          purpose: purpose ?? null,
          fields,
          subjects,
        })
        .execute(),
    );
  }
}
