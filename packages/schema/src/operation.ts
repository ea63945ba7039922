import { type DocumentNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, print } from 'graphql';

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

/**
 * What an operation may change: nothing; one thing, by the variable `input`, which a key then makes sure of; or more, or otherwise, which no one
 * key does. One that does not parse is for the platform to say.
 */
export function changeOf(text: string): 'nothing' | 'oneByInput' | 'other' {
  const [operation, ...others] = operationsIn(text) ?? [];
  if (!operation) return 'other';
  if ([operation, ...others].every((each) => each.operation !== OperationTypeNode.MUTATION)) return 'nothing';
  const [field, ...more] = operation.selectionSet.selections;
  if (others.length > 0 || more.length > 0 || field?.kind !== Kind.FIELD) return 'other';
  const input = field.arguments?.find(({ name }) => name.value === 'input')?.value;
  return input?.kind === Kind.VARIABLE && input.name.value === 'input' ? 'oneByInput' : 'other';
}

function operationsIn(text: string): OperationDefinitionNode[] | undefined {
  try {
    const { definitions } = parse(text, { noLocation: true });
    return definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return undefined;
  }
}
