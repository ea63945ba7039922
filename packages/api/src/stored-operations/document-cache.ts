import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Orm } from '../db/orm.ts';
import { documentOf } from './stored-operation-rows.ts';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Documents that a process remembers. */
const mostRemembered = 1000;

/**
 * Where requests that send a hash alone find their document: among the stored operations. Sending a document with its hash stores nothing, so
 * that nobody can fill the store.
 */
export function documentCache(orm: Orm): NonNullable<PersistedQueries['cache']> {
  const remembered = new Map<string, string>();
  return {
    get: async (key) => {
      const hash = key.replace(/^apq:/, '');
      const known = remembered.get(hash) ?? (/^[0-9a-f]{64}$/.test(hash) ? await documentOf(orm, hash) : undefined);
      if (known === undefined) return undefined;
      remembered.delete(hash);
      remembered.set(hash, known);
      const [oldest] = remembered.keys();
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return known;
    },
    set: async () => {},
    delete: async (key) => remembered.delete(key.replace(/^apq:/, '')),
  };
}
