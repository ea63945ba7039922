import { createRequire } from 'node:module';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type * as QueryComplexity from 'graphql-query-complexity';
import { Refusal } from '../errors.ts';

// Its ESM build imports a second copy of graphql.
const { getComplexity }: typeof QueryComplexity = createRequire(import.meta.url)('graphql-query-complexity');

/** Objects that one operation may return by estimate. A million take about 14 seconds of one core. */
const most = 50_000;

/**
 * What a field takes in a town of 40,000 households, in milliseconds as docs/bench.md and docs/architecture.md have them, each time
 * that an operation asks for it with arguments of its own; of many towns at once it is worked out together.
 */
export const takes: Readonly<Record<string, number>> = {
  'Town.comparisons': 140,
  'Town.dueHouseholds': 500,
  'Town.previewContactRule': 500,
  'Town.figure': 60,
  'Town.series': 300,
  'District.figures': 300,
  'District.totals': 300,
  'District.series': 300,
  'Figure.visits': 90,
  'Figure.households': 130,
  'Figure.requests': 20,
  'Town.recurringSubjects': 60,
  'Town.requestRates': 40,
  'Town.callRates': 40,
  'Town.patrolRates': 40,
  // Of 300 units and all indicators, held against today.
  'FigureSnapshot.figures': 110,
};
/** Lists each entry of which takes what is asked of it by itself. */
const takenEach = new Set(['Town.figureSnapshots']);
/** Milliseconds that one operation may take by these. */
const longest = 3000;

/** What a field costs beside what it returns, in objects: a draft is worked out on the whole tree of its town. */
const work: Record<string, number> = { checks: 300, difference: 300 };

/**
 * How many objects a list without pages usually has, where that is not about five, and what costs as much as so many: by
 * its field, or its type and field where fields of one name differ.
 */
const usual: Record<string, number> = {
  districts: 16,
  points: 20,
  offices: 40,
  towns: 15,
  tree: 600,
  partyTree: 250,
  treeFile: 1000,
  organizationFile: 500,
  changes: 40,
  'HouseholdEvent.changes': 1,
  'Visit.changes': 1,
  residents: 3,
  stays: 2,
  steps: 10,
  units: 40,
  types: 110,
  fields: 8,
  args: 1,
  inputFields: 3,
  possibleTypes: 1,
  interfaces: 1,
};

const estimate: QueryComplexity.ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return 0.1;
  if (type.name.endsWith('Connection')) return 1 + (args.first ?? args.last ?? 50) * childComplexity;
  // What a connection holds is counted by its page size already.
  const list = isListType(getNullableType(field.type)) && field.name !== 'nodes' && field.name !== 'edges';
  return (
    (work[field.name] ?? 0) +
    (usual[`${parent.name}.${field.name}`] ?? usual[field.name] ?? (list ? 5 : 1)) * (1 + childComplexity)
  );
};

const estimateTime: QueryComplexity.ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const name = `${parent.name}.${field.name}`;
  const times = takenEach.has(name) ? (args.first ?? args.last ?? 50) : 1;
  return (takes[name] ?? 0) + times * childComplexity;
};

/**
 * Estimates from pages asked for and usual sizes how many objects an operation would return, before it runs.
 * Errors: LIMIT_EXCEEDED beyond 50,000, or where what it asks to be worked out takes too long.
 */
export function refuseTooMuch(
  schema: GraphQLSchema,
  query: DocumentNode,
  operationName: string | undefined,
  variables: Record<string, unknown>,
): void {
  const operation = getOperationAST(query, operationName);
  // Variables that do not fit end the operation before anything is resolved; execution says what is wrong with them.
  if (!operation || getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors) return;
  const { objects, time } = estimates(schema, query, operation, variables);
  if (objects > most) throw refused(new Refusal('LIMIT_EXCEEDED', 'tooManyObjects', { values: { most } }));
  if (time > longest) throw refused(new Refusal('LIMIT_EXCEEDED', 'tooMuchWork'));
}

interface Estimates {
  objects: number;
  /** In milliseconds. */
  time: number;
}

/** The latest estimates of an operation, with the values of the variables that they depend on. */
const latest = new WeakMap<OperationDefinitionNode, { values: string; estimates: Estimates }>();

function estimates(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Estimates {
  const values = JSON.stringify(sizing(query).map((name) => variables[name]));
  const known = latest.get(operation);
  if (known?.values === values) return known.estimates;
  const named = operation.name ? { operationName: operation.name.value } : {};
  const estimated = (estimator: QueryComplexity.ComplexityEstimator) =>
    estimateOrTooMany(() => getComplexity({ schema, query, variables, estimators: [estimator], ...named }));
  const found = { objects: estimated(estimate), time: estimated(estimateTime) };
  latest.set(operation, { values, estimates: found });
  return found;
}

/** The variables that say how large pages are and which fields are asked for. */
const sizingOf = new WeakMap<DocumentNode, readonly string[]>();

function sizing(query: DocumentNode): readonly string[] {
  const known = sizingOf.get(query);
  if (known) return known;
  const names = new Set<string>();
  visit(query, {
    Argument: ({ name, value }) => {
      if (value.kind === Kind.VARIABLE && /^(first|last|if)$/.test(name.value)) names.add(value.name.value);
    },
  });
  const found = [...names];
  sizingOf.set(query, found);
  return found;
}

function refused(refusal: Refusal): GraphQLError {
  return new GraphQLError(refusal.message, { originalError: refusal, extensions: { http: { status: 400 } } });
}

/** The estimate gives up, by throwing, on documents of more than 10,000 selections with their fragments written out. */
function estimateOrTooMany(work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphQLError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
