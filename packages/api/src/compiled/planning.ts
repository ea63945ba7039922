import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { Path, Run } from './run.ts';
import type { Place } from './tally.ts';

/** What plans of fields and objects are made of. */
export interface Planning {
  schema: GraphQLSchema;
  /** What is asked below some fields, in a place, of objects of one type. */
  below(type: GraphQLObjectType, nodes: readonly FieldNode[], place: Place): Executable;
  /** What reads ahead for lists of objects of a type. */
  aheadOf(type: GraphQLObjectType): ReadAhead | undefined;
}

/** What is asked of objects. */
export interface Executable {
  readonly fields: readonly Field[];
  /** What each of them costs, without objects and lists below it. */
  readonly points: number;
  readonly readAhead: ReadAhead | undefined;
  /** What one of them answers, now or later. Throws, or rejects, where it cannot be anything but null. */
  execute(run: Run, source: unknown, path: Path | undefined): unknown;
}

/** A field that is asked of objects. */
export interface Field {
  /** What the answer calls it. */
  readonly name: string;
  readonly fieldName: string;
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  /** Of a field that answers objects or a list. */
  readonly place: Place | undefined;
  /** Throws where they do not fit the field. */
  argumentsIn(run: Run): Record<string, unknown>;
  below(type: GraphQLObjectType): Executable;
  /** Null in the place of what went wrong, which is told; where that may not be null, it is thrown on. */
  failed(run: Run, type: GraphQLOutputType, path: Path, thrown: unknown): null;
}

/** What is known already of the fields of an object, as the answer has it. */
export type Known = ReadonlyMap<Field, unknown>;

/**
 * Reads, for all objects of a list at once, what is asked of them: for each, in their order, the fields that are known by it. Undefined
 * where it has nothing to read, or leaves it to the resolvers.
 */
export type ReadAhead = (
  run: Run,
  plan: Executable,
  objects: readonly object[],
) => Promise<readonly Known[] | undefined> | undefined;
