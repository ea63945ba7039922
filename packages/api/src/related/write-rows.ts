import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { operations } from '../access/operations.ts';
import type { Permission, Requirement } from '../access/permissions.ts';
import type { Executable, Field } from '../compiled/planning.ts';
import type { Run } from '../compiled/run.ts';
import type { Relation, Rows } from './relations.ts';

/** A relation of a list's objects with what is asked below it, as SQL. */
export interface WrittenRelation {
  sql: string;
  /** Whether only the resolvers can decide; SQL too. */
  doubts: readonly string[];
  /** Lines of the access table that must open all of it. */
  requirements: readonly Requirement[];
  /** What opens it where the object stands. */
  permission: Permission | undefined;
}

/** PostgreSQL cuts longer names. */
const longestName = 63;

/**
 * A field of an owner's row with all that is asked below it, as SQL that PostgreSQL answers with its JSON; undefined where
 * something of it is for the resolvers.
 */
export function writeRelation(run: Run, relation: Relation, field: Field, owner: string): WrittenRelation | undefined {
  const found: Found = { doubts: [], requirements: [], names: 0 };
  const sql = relationSql(run, found, relation, field, owner);
  return sql === undefined ? undefined : { sql, ...found, permission: relation.permission };
}

interface Found {
  doubts: string[];
  requirements: Requirement[];
  /** How many rows have a name so far. */
  names: number;
}

function relationSql(run: Run, found: Found, relation: Relation, field: Field, owner: string): string | undefined {
  const { rows } = relation;
  const select = relation.select(owner, field.argumentsIn(run));
  const type = typeOf(run.schema, rows.type);
  note(found, field);
  if (select === undefined || !type) return undefined;
  if (relation.isInDoubt) found.doubts.push(relation.isInDoubt(owner));
  found.names += 1;
  const row = `row${found.names}`;
  const object = objectSql(run, found, rows, field.below(type), row);
  if (object === undefined) return undefined;
  const answer = relation.many ? `coalesce(json_agg(${object}), '[]'::json)` : object;
  return `(select ${answer} from (${select}) ${row})`;
}

function objectSql(run: Run, found: Found, rows: Rows, plan: Executable, row: string): string | undefined {
  const members: string[] = [];
  for (const field of plan.fields) {
    const { name, fieldName } = field;
    const relation = rows.relations?.[fieldName];
    // What a row may not be asked of on its own is for the resolvers.
    const sql =
      relation === undefined
        ? leafSql(rows, fieldName, row)
        : relation.permission === undefined
          ? relationSql(run, found, relation, field, row)
          : undefined;
    if (sql === undefined || name.length > longestName) return undefined;
    note(found, field);
    members.push(`${sql} as "${name}"`);
  }
  if (members.length === 0) return undefined;
  return `(select row_to_json(object) from (select ${members.join(', ')}) object)`;
}

function leafSql(rows: Rows, field: string, row: string): string | undefined {
  return field === '__typename' ? `'${rows.type}'::text` : rows.fields[field]?.(row);
}

function note(found: Found, { parent, fieldName }: Field): void {
  const requirement = operations[`${parent.name}.${fieldName}`];
  if (requirement) found.requirements.push(requirement);
}

function typeOf(schema: GraphQLSchema, name: string): GraphQLObjectType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}
