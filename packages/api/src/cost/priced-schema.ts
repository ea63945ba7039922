import {
  DirectiveLocation,
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';
import { limits } from './limits.ts';
import { lineOf, type PriceLine, points } from './price.ts';

const names = new GraphQLList(new GraphQLNonNull(GraphQLString));

const cost = new GraphQLDirective({
  name: 'cost',
  description: `The work that a field asks for, in points: about a millionth of a second of one core each. Beside it, every value that is answered costs ${points.value} point, every object ${points.object}, and every place of an operation in which objects are asked for ${points.place}, or ${points.page} where a page of them is; what is in the page has no place of its own. An operation may cost ${limits.cost.most} points at the most; see docs/limits.md.`,
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    weight: { type: new GraphQLNonNull(GraphQLInt), description: 'The points.' },
    once: {
      type: GraphQLBoolean,
      defaultValue: false,
      description:
        'Whether it is done once in a place of an operation for all objects there, and not for each of them.',
    },
  },
});

const listSize = new GraphQLDirective({
  name: 'listSize',
  description:
    'How many entries a list is priced at, and has at the most. Where n objects are asked for a list that no argument sizes, all of these lists together have assumedSize · n + spare entries at the most; where there are more, the field is LIMIT_EXCEEDED.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: {
    assumedSize: {
      type: new GraphQLNonNull(GraphQLInt),
      description: 'Entries for each object that such lists hang on, unless a slicing argument is given.',
    },
    spare: {
      type: GraphQLInt,
      defaultValue: 0,
      description: 'Entries more, for all of them in one place of an operation together.',
    },
    slicingArguments: {
      type: names,
      description: 'Arguments that say how many: by their number, or by the length of their list.',
    },
    sizedFields: {
      type: names,
      description: 'The fields of what is answered whose lists they size; without them it is the field’s own.',
    },
  },
});

/** Adds the directives with which the contract tells its prices. */
export function withPrices(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, directives: [...config.directives, cost, listSize] });
}

/** A schema as text, with what its fields cost beside the usual and how many entries their lists have. */
export function printPriced(schema: GraphQLSchema): string {
  const text = printSchema(schema);
  const parts: string[] = [];
  let end = 0;
  for (const definition of parse(text).definitions) {
    const type = 'name' in definition && definition.name ? schema.getType(definition.name.value) : undefined;
    if (!(isObjectType(type) || isInterfaceType(type)) || !('fields' in definition)) continue;
    for (const { name, loc } of definition.fields ?? []) {
      const field = type.getFields()[name.value];
      if (!field || !loc) continue;
      parts.push(text.slice(end, loc.end), ...told(lineOf(type, field)));
      end = loc.end;
    }
  }
  return `${parts.join('')}${text.slice(end)}\n`;
}

function told({ work, size }: PriceLine): string[] {
  return [...(work ? [applied(cost, { ...work })] : []), ...(size ? [applied(listSize, { ...size })] : [])];
}

/** A directive as it is written. What is JSON of numbers, texts and lists of them is GraphQL as well. */
function applied({ name }: GraphQLDirective, values: Record<string, unknown>): string {
  const given = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value).replaceAll(',', ', ')}`);
  return ` @${name}(${given.join(', ')})`;
}
