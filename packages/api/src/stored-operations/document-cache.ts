import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Orm } from '../db/orm.ts';
import { documentOf } from './stored-operation-rows.ts';

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>;

/** Documents that a process remembers, and for how long, in milliseconds: one that was dropped is run no longer. */
const mostRemembered = 1000;
const rememberedFor = 10_000;

/**
 * Where requests that send a hash alone find their document: among the stored operations. Sending a document with its hash stores nothing, so
 * that nobody can fill the store. `missed` is told of each that is not there.
 */
export function documentCache(orm: Orm, missed: () => void): NonNullable<PersistedQueries['cache']> {
  const remembered = new Map<string, { document: string; until: number }>();
  return {
    get: async (key) => {
      const hash = key.replace(/^apq:/, '');
      const known = remembered.get(hash);
      if (known && known.until > performance.now()) return known.document;
      remembered.delete(hash);
      const document = /^[0-9a-f]{64}$/.test(hash) ? await documentOf(orm, hash) : undefined;
      if (document === undefined) {
        missed();
        return undefined;
      }
      remembered.set(hash, { document, until: performance.now() + rememberedFor });
      const [oldest] = remembered.keys();
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return document;
    },
    set: async () => {},
    delete: async (key) => remembered.delete(key.replace(/^apq:/, '')),
  };
}
