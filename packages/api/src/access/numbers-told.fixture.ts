import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Values of arguments as they are written, by the argument’s name and its type. */
export type Values = Readonly<Record<string, readonly string[]>>;

const keyOf = ({ name, type }: GraphQLArgument) => `${name} ${getNamedType(type).name}`;

/** Whether a field tells a number, be it as text. */
const tellsNumber = ({ name, type }: Field) =>
  ['Int', 'Float', 'Decimal', 'Money'].includes(getNamedType(type).name) || name === 'rounded';

/** Types of which all is asked by itself, so that they are not gone through again below others. */
const roots: ReadonlySet<string> = new Set(['Town', 'District', 'Application', 'Viewer']);

/** How deep it is asked at the most. */
export const deepest = 4;

/** Makes operations that ask for all numbers that a schema tells. */
export class NumbersTold {
  readonly #schema: GraphQLSchema;
  readonly #values: Values;

  constructor(schema: GraphQLSchema, values: Values) {
    this.#schema = schema;
    this.#values = values;
  }

  /** Every way in which each field of a type can be asked; `below` is what to select of it, so deep, and undefined where it tells none. */
  ways(type: string): { field: string; asked: string; below: (depth: number) => string | undefined }[] {
    return this.#fieldsOf(this.#schema.getType(type)).flatMap((field) => {
      const below = (depth: number) => (tellsNumber(field) ? '' : this.#below(getNamedType(field.type), depth, [type]));
      if (below(1) === undefined && below(deepest) === undefined) return [];
      return [...new Set(this.#waysToAsk(field))].map((given) => ({
        field: field.name,
        asked: field.name + given,
        below,
      }));
    });
  }

  /** The numbers of a type and of what hangs on it, those on the way left out; undefined where there are none. */
  #below(type: GraphQLNamedType, depth: number, way: readonly string[]): string | undefined {
    if (depth === 0 || way.includes(type.name) || roots.has(type.name)) return undefined;
    const own = this.#fieldsOf(type).flatMap((field) => this.#number(field, depth, [...way, type.name]));
    const names = new Set(this.#fieldsOf(type).map(({ name }) => name));
    const further = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type).flatMap((each) => {
          const more = this.#fieldsOf(each)
            .filter(({ name }) => !names.has(name))
            .flatMap((field) => this.#number(field, depth, [...way, type.name, each.name]));
          return more.length > 0 ? [`... on ${each.name} { ${more.join(' ')} }`] : [];
        })
      : [];
    const all = [...own, ...further];
    return all.length > 0 ? `{ ${all.join(' ')} }` : undefined;
  }

  #number(field: Field, depth: number, way: readonly string[]): string[] {
    const below = tellsNumber(field) ? '' : this.#below(getNamedType(field.type), depth - 1, way);
    const [first] = this.#waysToAsk(field);
    return below === undefined || first === undefined ? [] : [`${field.name}${first} ${below}`];
  }

  #fieldsOf(type: GraphQLNamedType | undefined): Field[] {
    const all = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    // They hold what the nodes of the page are.
    return all.filter(({ name }) => name !== 'edges');
  }

  /** The arguments of a field: those that it needs, and then all that have a value; once for each value. */
  #waysToAsk({ name: field, args }: Field): string[] {
    const known = args.filter((each) => isRequiredArgument(each) || this.#values[keyOf(each)] !== undefined);
    return [args.filter(isRequiredArgument), known].flatMap((set) => {
      const values = set.map((each) => this.#valuesOf(each, field));
      const many = Math.max(1, ...values.map(({ length }) => length));
      return Array.from({ length: many }, (_, index) => {
        const given = set.map(({ name, type }, at) => {
          const value = values[at]?.[index % (values[at]?.length ?? 1)];
          return `${name}: ${isListType(getNullableType(type)) ? `[${value}]` : value}`;
        });
        return given.length > 0 ? `(${given.join(', ')})` : '';
      });
    });
  }

  #valuesOf(argument: GraphQLArgument, field: string): readonly string[] {
    const type = getNamedType(argument.type);
    const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : this.#values[keyOf(argument)];
    if (!values) throw new Error(`There is no value for ${field}(${argument.name}:)`);
    return values;
  }
}
