import type { Context } from '../context.ts';
import { change, type Keyed, type Manner } from '../db/change.ts';
import type { Desk } from '../db/door.ts';

/** Runs one mutation of what is the viewer’s own above the towns, as `change` does: at the desk of sign-in, for their account. */
export function changeOwn<Payload extends object>(
  ctx: Context,
  operation: string,
  input: Keyed,
  work: (desk: Desk) => Promise<Payload>,
  manner: Manner<Payload> = {},
): Promise<Payload> {
  return change(ctx, { role: 'app_signin', account: ctx.signedIn.accountId }, operation, input, work, manner);
}
