import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, isEnumType, isInterfaceType, isObjectType } from 'graphql';
import type { Decided } from './breaks.ts';

const additions = [
  'FIELD_ADDED',
  'FIELD_ARGUMENT_ADDED',
  'INPUT_FIELD_ADDED',
  'ENUM_VALUE_ADDED',
  'UNION_MEMBER_ADDED',
];
const prices = /^DIRECTIVE_USAGE_\w+_(ADDED|REMOVED)$/;

/**
 * What changed from one contract to another, in Markdown: what breaks and why that was decided, what is deprecated until when, what is new,
 * and which prices are others. Descriptions are left out, as is what comes with a type that is new itself.
 */
export async function changesBetween(
  before: GraphQLSchema,
  after: GraphQLSchema,
  decided: readonly Decided[],
): Promise<string> {
  const changes = await diff(before, after);
  const newTypes = changes.filter(({ type }) => type === 'TYPE_ADDED').map(({ path = '' }) => path);
  const elsewhere = changes.filter(({ path }) => !newTypes.includes(typeOf(path)));
  const of = (pick: (change: Change) => boolean) => elsewhere.filter(pick);
  const breaking = of(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  return [
    section('Breaking', [
      ...breaking.map(({ message }) => `- ${message}.`),
      ...decided.map(({ change, why }) => `- ${change} ${why}`),
    ]),
    section('Deprecated', of(({ type }) => /_DEPRECATION_(REASON_)?ADDED$/.test(type)).flatMap(deprecatedIn(after))),
    section('New types', newTypes.length > 0 ? [listed(newTypes)] : []),
    section('New in what there was', byType(of(({ type }) => additions.includes(type)))),
    section('Prices', byType(of(({ type, path }) => prices.test(type) && /@(cost|listSize)/.test(path ?? '')))),
  ]
    .filter(Boolean)
    .join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `### ${title}\n\n${lines.join('\n')}\n` : '';
}

function deprecatedIn(schema: GraphQLSchema) {
  return ({ path }: Change): string[] => {
    const type = schema.getType(typeOf(path));
    const member = memberOf(path);
    const reason = isEnumType(type)
      ? type.getValue(member)?.deprecationReason
      : isObjectType(type) || isInterfaceType(type)
        ? type.getFields()[member]?.deprecationReason
        : undefined;
    return reason == null ? [] : [`- \`${typeOf(path)}.${member}\`. ${reason}`];
  };
}

/** Members by the type that they are of. */
function byType(changes: readonly Change[]): string[] {
  const types = new Map<string, Set<string>>();
  for (const { path } of changes) {
    const members = types.get(typeOf(path)) ?? new Set();
    types.set(typeOf(path), members.add(memberOf(path)));
  }
  return [...types].map(([type, members]) => `- \`${type}\`: ${listed([...members])}`);
}

function typeOf(path = ''): string {
  return path.split('.')[0] ?? '';
}

/** The field, value or argument that a change is of, without what is applied to it: of `Town.units.@cost.weight` it is `units`. */
function memberOf(path = ''): string {
  return (path.split('.@')[0] ?? '').split('.').slice(1).join('.');
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
