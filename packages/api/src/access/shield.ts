import type { GraphQLSchema } from 'graphql';
import { applyMiddleware, type IMiddlewareFunction } from 'graphql-middleware';
import { deny, rule, shield } from 'graphql-shield';
import { forbidden, Refusal } from '../errors.ts';
import type { Actor } from './actor.ts';
import { operations } from './operations.ts';
import type { Requirement } from './permissions.ts';
import { holds } from './reach.ts';

/** What the shield needs to know of an operation. */
interface Asking {
  actor: Actor | undefined;
}

/**
 * Puts the access table in front of the schema's root fields and sensitive fields. A root field without a line, or a
 * line without a field, throws: the platform does not start with a hole in its table.
 */
export function shieldSchema(schema: GraphQLSchema): GraphQLSchema {
  const gaps = [...missingLines(schema), ...linesWithoutField(schema)];
  if (gaps.length > 0) throw new Error(`The access table does not fit the schema: ${gaps.join(', ')}`);
  const ruleOf = new Map([...new Set(Object.values(operations))].map((each) => [each, requirementRule(each)]));
  const rules: Record<string, Record<string, ReturnType<typeof requirementRule> | typeof deny>> = {};
  for (const [line, requirement] of Object.entries(operations)) {
    const [type = '', name = ''] = line.split('.');
    rules[type] = { ...rules[type], [name]: ruleOf.get(requirement) ?? deny };
  }
  const everyField = shield<unknown, Asking>(rules, {
    allowExternalErrors: true,
    fallbackError: (thrown) => (thrown instanceof Error ? thrown : forbidden([])),
  }).generate(schema);
  // The shield stands before fields without a rule as well, and whoever asks for one of them would wait for it.
  return applyMiddleware(
    schema,
    Object.fromEntries(
      Object.entries(rules).map(([type, fields]) => {
        const before = within(everyField, type);
        return [type, Object.fromEntries(Object.keys(fields).map((name) => [name, within(before, name)]))];
      }),
    ),
  );
}

/** What the shield puts before a type, or of that before a field. */
function within(map: object, name: string): IMiddlewareFunction {
  const found: IMiddlewareFunction | undefined = Reflect.get(map, name);
  if (!found) throw new Error(`The shield has nothing for ${name}`);
  return found;
}

/** Whether somebody may use a field, as far as that depends on permissions alone. Returns the refusal if not. */
function decide(actor: Actor | undefined, requirement: Requirement): true | Refusal {
  if (requirement === 'anyone') return true;
  if (!actor) return new Refusal('UNAUTHENTICATED', 'unauthenticated');
  if (requirement === 'signed-in') return true;
  if (requirement === 'person') return actor.application ? forbidden([]) : true;
  return holds(actor, requirement) || forbidden([requirement]);
}

/** Root fields of a schema that have no line in the access table. */
export function missingLines(schema: GraphQLSchema): string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`))
    .filter((field) => !(field in operations));
}

/** Lines of the access table whose field the schema does not have. */
function linesWithoutField(schema: GraphQLSchema): string[] {
  return Object.keys(operations).filter((line) => {
    const [typeName = '', field = ''] = line.split('.');
    const type = schema.getType(typeName);
    return !(type && 'getFields' in type && field in type.getFields());
  });
}

function requirementRule(requirement: Requirement) {
  return rule(`requires ${requirement}`, { cache: 'no_cache' })((_parent, _args, asking: Asking) =>
    decide(asking.actor, requirement),
  );
}
