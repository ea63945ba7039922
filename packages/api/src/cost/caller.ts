import type { ActingApplication, Actor } from '../access/actor.ts';

/** What a caller may spend: at once, and a second in the long run, in points. */
interface Allowance {
  capacity: number;
  restoresPerSecond: number;
}

/** What each kind of caller may spend, and who that is. */
export const allowances = {
  account: { capacity: 20_000_000, restoresPerSecond: 200_000, says: 'an account, on the platform’s own pages' },
  application: {
    capacity: 5_000_000,
    restoresPerSecond: 50_000,
    says: 'an application in each town that has consented to it, for itself or for people, and beside them without a town',
  },
  nobody: {
    capacity: 5_000_000,
    restoresPerSecond: 100_000,
    says: 'all together who are not signed in: they read the schema, or accept an invitation',
  },
} as const satisfies Record<string, Allowance & { says: string }>;

/** Whose points an operation takes. */
export interface Caller extends Allowance {
  /** The kind of caller and its id. */
  name: string;
  /** Whether every answer tells what it costs, and not only where that is asked for. */
  isAlwaysTold: boolean;
}

/**
 * Whose points an operation of somebody takes, in equal parts: those of their account, or of the application through which they ask, in each
 * of the towns that the operation names.
 */
export function callersOf(actor: Actor | undefined, townsNamed: () => readonly number[]): readonly Caller[] {
  if (!actor) return [{ name: 'nobody', ...allowances.nobody, isAlwaysTold: false }];
  const { application } = actor;
  if (!application) return [{ name: `account ${actor.accountId}`, ...allowances.account, isAlwaysTold: false }];
  const towns = townsOfApplication(application, townsNamed);
  return (towns.length > 0 ? towns.map((town) => ` in ${town}`) : ['']).map((where) => ({
    name: `application ${application.id}${where}`,
    ...allowances.application,
    isAlwaysTold: true,
  }));
}

/** The towns, of those that an operation names, that let the application see or do something; in their order. */
export function townsOfApplication(
  { consents }: ActingApplication,
  townsNamed: () => readonly number[],
): readonly number[] {
  return townsNamed()
    .filter((town) => consents.has(town))
    .toSorted((one, other) => one - other);
}
