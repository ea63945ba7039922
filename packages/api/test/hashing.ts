import { hashing } from '../src/signin/password.ts';

/** What hashing costs in tests, most of which open accounts to ask as somebody else: the least that argon2 takes. */
export const costOfTests = { memory: 8, passes: 1, parallelism: 1 };

hashing.cost = costOfTests;
