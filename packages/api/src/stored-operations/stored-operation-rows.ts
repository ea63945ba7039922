import type { GraphQLSchema } from 'graphql';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { faultIn } from './store-operations.ts';
import type { StoredOperationType } from './stored-operation.type.ts';

/** Batch of the operations that applications use, by name. One statement. */
export async function operationsOf(desk: Desk, applications: readonly string[]): Promise<StoredOperationType[][]> {
  const rows = await desk.db
    .selectFrom('stored_operation')
    .selectAll()
    .where('application_id', 'in', [...new Set(applications)])
    .orderBy('name')
    .orderBy('hash')
    .execute();
  return applications.map((application) =>
    rows
      .filter(({ application_id }) => application_id === application)
      .map(({ hash, name, document, stored_at }) => ({ hash, name, document, storedAt: stored_at })),
  );
}

/** The document of a hash; undefined where no application in use has stored one. */
export function documentOf(orm: Orm, hash: string): Promise<string | undefined> {
  return atDesk(orm, { role: 'app_signin' }, new Date(), 'read', async ({ db }) => {
    const row = await db
      .selectFrom('stored_operation as o')
      .innerJoin('application as a', 'a.id', 'o.application_id')
      .select('o.document')
      .where('o.hash', '=', hash)
      .where('a.ended_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    return row?.document;
  });
}

/** An operation that a schema breaks, and why. */
export interface BrokenOperation {
  application: string;
  operation: string;
  why: string;
}

/** The operations of applications in use that a schema would refuse, by application and name. */
export function brokenOperations(orm: Orm, schema: GraphQLSchema): Promise<BrokenOperation[]> {
  return atDesk(orm, { role: 'app_signin' }, new Date(), 'read', async ({ db }) => {
    const rows = await db
      .selectFrom('stored_operation as o')
      .innerJoin('application as a', 'a.id', 'o.application_id')
      .select(['a.id', 'a.name as application', 'o.name', 'o.document'])
      .where('a.ended_at', 'is', null)
      .orderBy('a.name')
      .orderBy('a.id')
      .orderBy('o.name')
      .execute();
    return rows.flatMap(({ id, application, name, document }) => {
      const why = faultIn(schema, document);
      return why === undefined ? [] : [{ application: `${application} (${id})`, operation: name, why }];
    });
  });
}
