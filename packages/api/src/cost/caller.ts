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
    says: 'an application in each town that has consented to it, for itself or for people; in the sandbox, and where no town is named, all that one account has registered together',
  },
  nobody: {
    capacity: 5_000_000,
    restoresPerSecond: 100_000,
    says: 'all together who are not signed in: they read the schema, or accept an invitation',
  },
} as const satisfies Record<string, Allowance & { says: string }>;

/** Whose points are taken. */
export interface Caller extends Allowance {
  /** The kind of caller and its id. */
  name: string;
  /** Whether every answer tells what it costs, and not only where that is asked for. */
  isAlwaysTold: boolean;
}
