import { createHash } from 'node:crypto';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { applicationKey, takeOwn } from '../applications/application-rows.ts';
import { requireAffordable } from '../cost/admission.ts';
import { faultsOf, parseOptions } from '../cost/check-document.ts';
import { mostStored } from '../cost/limits.ts';
import { costOf } from '../cost/operation-cost.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { inTurns } from '../in-turns.ts';
import { requireKeepable } from '../schema/kept-document.ts';
import type { DropOperationInput, StoreOperationsInput } from './stored-operation.type.ts';

/** Operations that are stored at once, and characters of them together: what it is priced for (cost/works.ts). */
const mostAtOnce = 100;
const mostCharacters = 250_000;

/**
 * Stores operations that an application of the actor's uses. Returns its key. Errors: NOT_FOUND, CONFLICT on input.application; BAD_INPUT on
 * input.documents, and on input.documents.N for one that the platform would refuse.
 */
export async function storeOperations(
  desk: Desk,
  actor: Actor,
  schema: GraphQLSchema,
  { application, documents }: StoreOperationsInput,
): Promise<string> {
  const { uuid } = await takeOwn(desk, actor, applicationKey(application));
  if (documents.length === 0) throw badInput('input.documents', 'required');
  if (documents.length > mostAtOnce) throw badInput('input.documents', 'tooMany', { most: mostAtOnce });
  const length = documents.reduce((sum, document) => sum + document.length, 0);
  if (length > mostCharacters) throw badInput('input.documents', 'documentsTooLong', { most: mostCharacters });
  const names: string[] = [];
  // A long one takes some fifty milliseconds to read and price.
  for await (const document of inTurns(documents))
    names.push(nameIn(schema, document, `input.documents.${names.length}`));
  const rows = documents.map((document, index) => ({
    ...{ application_id: uuid, hash: hashOf(document), name: names[index] ?? '', document, stored_at: desk.now },
  }));
  await desk.db
    .insertInto('stored_operation')
    .values([...new Map(rows.map((row) => [row.hash, row])).values()])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { count, bytes } = await desk.db
    .selectFrom('stored_operation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .select(sql<number>`sum(octet_length(document))::int`.as('bytes'))
    .where('application_id', '=', uuid)
    .executeTakeFirstOrThrow();
  const { operations: most, bytes: mostBytes } = mostStored;
  if (count > most) throw conflict('tooManyOperations', 'input.documents', { most });
  if (bytes > mostBytes) throw conflict('operationsTooLarge', 'input.documents', { most: mostBytes });
  return uuid;
}

/** Forgets an operation that an application of the actor's uses no more. Returns its key. Errors: NOT_FOUND on input.application, input.hash. */
export async function dropOperation(
  desk: Desk,
  actor: Actor,
  { application, hash }: DropOperationInput,
): Promise<string> {
  const { uuid } = await takeOwn(desk, actor, applicationKey(application));
  const { numDeletedRows } = await desk.db
    .deleteFrom('stored_operation')
    .where('application_id', '=', uuid)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw notFound('input.hash');
  return uuid;
}

/** What a document is stored and sent by. */
function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

function nameIn(schema: GraphQLSchema, text: string, field: string): string {
  requireKeepable(text, field);
  const fault = faultIn(schema, text);
  if (fault !== undefined) throw badInput(field, 'badDocument', { reason: fault });
  const named = parse(text, parseOptions).definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const name = named[0]?.name?.value;
  if (named.length !== 1 || name === undefined) throw badInput(field, 'oneNamedOperation');
  return name;
}

/** Why the platform would refuse a document, also for what it costs while no variable is given; undefined where it would not. */
export function faultIn(schema: GraphQLSchema, text: string): string | undefined {
  try {
    const document = parse(text, parseOptions);
    const [fault] = faultsOf(schema, document);
    if (fault) return fault.message;
    for (const each of document.definitions)
      if (each.kind === Kind.OPERATION_DEFINITION) requireAffordable(costOf(schema, document, each), {});
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
