import type fc from 'fast-check';
import { nat } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { FurnishedTown } from '../access/isolation.fixture.ts';

type Draw = fc.GeneratorValue;

/** Indicators of which a town has figures at once. */
const indicators = ['household', 'contact', 'household-contacted', 'request-raised', 'team'];
const days = ['2023-06-01', '2024-01-01', '2024-12-31', '2026-01-01'];

/** Makes operations at random that a schema takes, of what there is in a town. */
export class RandomOperation {
  readonly #draw: Draw;
  readonly #town: FurnishedTown;
  readonly #fragments: string[] = [];

  constructor(draw: Draw, town: FurnishedTown) {
    this.#draw = draw;
    this.#town = town;
  }

  /** A query with its fragments, and the values of its variables. */
  of(schema: GraphQLSchema, depth: number): { query: string; variables: Record<string, unknown> } {
    const type = schema.getQueryType();
    if (!type) throw new Error('The schema has no queries');
    const { code } = this.#town;
    const within = (name: 'Town' | 'District') => {
      const parent = schema.getType(name);
      return isObjectType(parent) ? this.#selection(schema, parent, depth) : 'id';
    };
    const roots = [
      () => `town(code: "${code}") { ${within('Town')} }`,
      () => `district(code: "${code.slice(0, 6)}") { ${within('District')} }`,
      () => this.#fields(schema, type, depth + 1).join(' '),
    ];
    const asked = this.#some(roots, 1, 3)
      .map((make, index) => make().replace(/^(town|district)/, `r${index}: $1`))
      .join(' ');
    const variables = { n: this.#one([1, 3, 100]), yes: this.#one([true, false]) };
    const query = `query($n: Int = 7, $yes: Boolean!) @purpose(of: CHECK) {
      ${asked} ...Pages own: viewer { unseenReminders @include(if: $yes) permissions @skip(if: $yes) reminders { id } } }
      fragment Pages on Query { pages: town(code: "${code}") { units(first: $n) { nodes { id } } } } ${this.#fragments.join(' ')}`;
    return { query, variables };
  }

  #selection(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    const parts: string[] = ['__typename'];
    if (isObjectType(named) || isInterfaceType(named)) parts.push(...this.#fields(schema, named, depth));
    if (isAbstractType(named)) {
      for (const each of this.#some(schema.getPossibleTypes(named), 1, 3)) {
        const below = this.#selection(schema, each, depth);
        if (this.#one([true, false])) parts.push(`... on ${each.name} { ${below} }`);
        else {
          const name = `F${this.#fragments.length}`;
          this.#fragments.push(`fragment ${name} on ${each.name} { ${below} }`);
          parts.push(`...${name}`, `...${name}`);
        }
      }
    }
    return parts.join(' ');
  }

  /** Some fields of a type, each under a name of its own. */
  #fields(schema: GraphQLSchema, type: Parameters<typeof isObjectType>[0], depth: number): string[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const all = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    return this.#some(all, 1, 5).flatMap((field) => {
      const given = this.#arguments(field);
      if (given === undefined) return [];
      const below = isCompositeType(getNamedType(field.type))
        ? ` { ${this.#selection(schema, field.type, depth - 1)} }`
        : '';
      return [`${this.#name()}: ${field.name}${given}${below}`];
    });
  }

  #count = 0;
  #name(): string {
    this.#count += 1;
    return `n${this.#count}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): string | undefined {
    const given: string[] = [];
    const isBackwards = this.#one([false, false, true]);
    for (const each of field.args) {
      if (!isRequiredArgument(each)) {
        if (/^(after|before)$/.test(each.name) || each.name === (isBackwards ? 'first' : 'last')) continue;
        if (this.#one([true, true, false])) continue;
      }
      const value = this.#value(each, field.name);
      if (value !== undefined) given.push(`${each.name}: ${value}`);
      else if (isRequiredArgument(each)) return undefined;
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #value({ name, type }: Pick<GraphQLArgument, 'name'> & { type: GraphQLInputType }, of: string): string | undefined {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (name === 'ids')
        return JSON.stringify(Array.from({ length: this.#one([0, 1, 40]) }, () => this.#town.ids.Household));
      if (name === 'indicators') return JSON.stringify(this.#some(indicators, 1, 5));
      const entry = this.#value({ name, type: nullable.ofType }, of);
      return entry && `[${entry}]`;
    }
    if (isEnumType(nullable)) return this.#one(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter((each) => isRequiredInputField(each));
      const values = fields.map((each) => [each.name, this.#value(each, of)] as const);
      if (name === 'period') return '{ first: "2024-01-01", last: "2024-12-31" }';
      return values.some(([, value]) => value === undefined)
        ? undefined
        : `{ ${values.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
    }
    return this.#scalar(name, String(nullable), of);
  }

  #scalar(name: string, type: string, of: string): string | undefined {
    const { ids, code } = this.#town;
    switch (type) {
      case 'Int':
        if (/^(first|last)$/.test(name)) return this.#one(['1', '2', '50', '100', '$n']);
        return name === 'year' ? '2026' : this.#one(['1', '3']);
      case 'Boolean':
        return this.#one(['true', 'false']);
      case 'Date':
        return JSON.stringify(
          name === 'first' || name === 'from'
            ? '2024-01-01'
            : name === 'last' || name === 'to'
              ? '2024-06-30'
              : this.#one(days),
        );
      case 'DateTime':
        return '"2026-01-05T09:00:00+08:00"';
      case 'RegisterCode':
        return JSON.stringify(of === 'district' ? code.slice(0, 6) : code);
      case 'ID':
        return JSON.stringify(this.#one(Object.values(ids)));
      case 'String':
        return JSON.stringify(name === 'indicator' ? this.#one(indicators) : '居民');
      default:
        return undefined;
    }
  }

  #one<Value>(values: readonly Value[]): Value {
    const value = values[this.#draw(nat, { max: values.length - 1 })];
    if (value === undefined) throw new Error('There is nothing to choose from');
    return value;
  }

  #some<Value>(values: readonly Value[], least: number, most: number): Value[] {
    const left = [...values];
    const length = Math.min(values.length, least + this.#draw(nat, { max: most - least }));
    return Array.from({ length }, () => left.splice(this.#draw(nat, { max: left.length - 1 }), 1)).flat();
  }
}
