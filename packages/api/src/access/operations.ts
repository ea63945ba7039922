import { fields } from './fields.ts';
import { mutations } from './mutations.ts';
import type { Requirement } from './permissions.ts';
import { queries } from './queries.ts';
import { serviceMutations } from './service-mutations.ts';

/**
 * The access table: one line for every root field (queries.ts, mutations.ts, service-mutations.ts) and every sensitive field (fields.ts). A
 * root field without a line stops the start. What a permission reaches is decided by the verb through reach.ts.
 */
export const operations: Record<string, Requirement> = { ...queries, ...mutations, ...serviceMutations, ...fields };
