import { type DocumentNode, Kind, OperationTypeNode, parse, print } from 'graphql';

/**
 * An operation in GraphQL: as text, or as graphql-codegen or `gql` make one. What codegen makes says which variables it takes and which data it
 * answers; of any other the data is unknown until you say.
 */
export type Operation<Data = unknown, Variables = Record<string, unknown>> =
  | string
  | ((DocumentNode | Text) & { __apiType?: ((variables: Variables) => Data) | undefined });

/** What codegen makes of an operation as text, with `documentMode: 'string'`. */
interface Text {
  toString(): string;
}

/** The operation as it is sent. */
export function textOf(operation: Operation<unknown, never>): string {
  if (typeof operation === 'string') return operation;
  return 'kind' in operation ? print(operation) : operation.toString();
}

/** Whether it may change something; also where it does not parse, which is for the platform to say. */
export function mayChange(text: string): boolean {
  try {
    return parse(text, { noLocation: true }).definitions.some(
      (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION,
    );
  } catch {
    return true;
  }
}
