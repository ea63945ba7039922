import type { Actor } from '../access/actor.ts';

/** What a caller may spend: at once, and a second in the long run, in points. */
export interface Allowance {
  capacity: number;
  restoresPerSecond: number;
}

export const allowances = {
  account: { capacity: 20_000_000, restoresPerSecond: 200_000 },
  // Everybody who is not signed in together: they can read the schema and accept an invitation.
  nobody: { capacity: 5_000_000, restoresPerSecond: 100_000 },
} as const satisfies Record<string, Allowance>;

/** Whose points an operation takes. */
export interface Caller extends Allowance {
  /** The kind of caller and its id. */
  name: string;
  /** Whether every answer tells what it costs, and not only where that is asked for. */
  isAlwaysTold: boolean;
}

/** Whose points an operation of somebody takes. */
export function callerOf(actor: Actor | undefined): Caller {
  if (!actor) return { name: 'nobody', ...allowances.nobody, isAlwaysTold: false };
  return { name: `account ${actor.accountId}`, ...allowances.account, isAlwaysTold: false };
}
