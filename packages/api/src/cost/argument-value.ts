import { type FieldNode, type GraphQLField, Kind, type ValueNode } from 'graphql';

/** Looks a value up that an operation is given. */
export type Lookup = (variables: Readonly<Record<string, unknown>>) => unknown;

/** The most that a page has; `readPageArgs` refuses more. */
const mostOnPage = 100;

/**
 * Finds an argument of a field, by its name or a path into an input: what it is for some variables, before they are checked.
 */
export function argumentOf(field: GraphQLField<unknown, unknown>, node: FieldNode, path: string): Lookup {
  const [name = '', ...members] = path.split('.');
  const given = node.arguments?.find((each) => each.name.value === name)?.value;
  const fallback: unknown = field.args.find((each) => each.name === name)?.defaultValue;
  if (!given) return () => fallback;
  return (variables) => {
    const value = valueIn(given, members, variables);
    return value === undefined ? fallback : value;
  };
}

function valueIn(node: ValueNode, members: readonly string[], variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return memberOf(variables[node.name.value], members);
  const [first, ...others] = members;
  if (first !== undefined) {
    const field = node.kind === Kind.OBJECT ? node.fields.find(({ name }) => name.value === first) : undefined;
    return field && valueIn(field.value, others, variables);
  }
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.INT:
      return Number(node.value);
    case Kind.LIST:
      return node.values;
    default:
      return node;
  }
}

/** What lies at a path in a value. */
export function memberOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (within, name) => (typeof within === 'object' && within !== null ? Reflect.get(within, name) : undefined),
    value,
  );
}

/** How many entries the values of slicing arguments stand for; undefined where none of them is given. */
export function sizeOf(values: readonly unknown[]): number | undefined {
  const sizes = values.filter((value) => value !== undefined && value !== null).map(entries);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

function entries(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  // A single value stands for a list of it.
  return typeof value === 'number' ? Math.min(Math.max(value, 0), mostOnPage) : 1;
}
