import { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { recordTypeNames } from './record-types.ts';

const known = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The same types as a schema has, below another root: lists of records, each under the name of its type. So what is asked of records is
 * checked, priced and answered by all that does so for operations.
 */
export function recordsSchema(schema: GraphQLSchema): GraphQLSchema {
  const made = known.get(schema) ?? makeRecordsSchema(schema);
  known.set(schema, made);
  return made;
}

function makeRecordsSchema(schema: GraphQLSchema): GraphQLSchema {
  const fields = recordTypeNames.map((name) => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`The schema has no objects of ${name}`);
    return [name, { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))) }] as const;
  });
  const query = new GraphQLObjectType({ name: 'Records', fields: Object.fromEntries(fields) });
  return new GraphQLSchema({ ...schema.toConfig(), query, mutation: null, subscription: null, assumeValid: true });
}
