import type { FieldNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Path, Run } from './run.ts';

/** What plans of fields and objects are made of. */
export interface Planning {
  schema: GraphQLSchema;
  /** What is asked below some fields of objects of one type. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[]): Executable;
}

/** What is asked of objects. */
export interface Executable {
  /** What one of them answers, now or later. Throws, or rejects, where it cannot be anything but null. */
  execute(run: Run, source: unknown, path: Path | undefined): unknown;
}
