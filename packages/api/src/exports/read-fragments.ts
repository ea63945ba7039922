import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { takenOf } from '../access/closed-objects.ts';
import { operations } from '../access/operations.ts';
import { type Permission, permissionNames } from '../access/permissions.ts';
import { takenFromUnit } from '../access/scoped-units.ts';
import { faultsOf, parseOptions } from '../cost/check-document.ts';
import { mostOfRecords } from '../cost/limits.ts';
import { costOf } from '../cost/operation-cost.ts';
import { acrossTowns } from '../cost/price.ts';
import { badInput, Refusal } from '../errors.ts';
import { type RecordTypeName, recordTypeNamed, recordTypes } from './record-types.ts';
import { recordsSchema } from './records-schema.ts';

const field = 'input.fragments';

/** What is asked of records: an operation for each type, of the type’s name, with the fragments of which it is made. */
export interface AskedOfRecords {
  schema: GraphQLSchema;
  document: DocumentNode;
  types: readonly RecordTypeName[];
  /** All that it takes to see these records, and those of their fields that need more. */
  needs: readonly Permission[];
}

/**
 * Reads what is asked of records: a fragment on each type of them, and those that they spread. Errors: BAD_INPUT on input.fragments for what is
 * no such document; LIMIT_EXCEEDED for one that asks for too much.
 */
export function readFragments(schema: GraphQLSchema, text: string): AskedOfRecords {
  const records = recordsSchema(schema);
  const heads = headsOf(read(text));
  const written = heads.map(({ type, name }) => `query ${type} { ${type} { ...${name} } }`);
  const document = read(`${text}\n${written.join('\n')}`);
  const [fault] = faultsOf(records, document);
  if (fault) {
    if (fault.originalError instanceof Refusal) throw fault.originalError;
    throw badInput(field, 'exportFragments', { reason: fault.message });
  }
  const types = heads.map(({ type }) => type);
  for (const type of types) requireAffordable(records, document, type);
  const needs = new Set<Permission>([...types.map((type) => recordTypes[type].needs), ...needsOf(records, document)]);
  return { schema: records, document, types, needs: [...needs] };
}

function read(text: string): DocumentNode {
  try {
    return parse(text, parseOptions);
  } catch (fault) {
    throw badInput(field, 'exportFragments', { reason: fault instanceof Error ? fault.message : String(fault) });
  }
}

/** The fragments that no other spreads, each with the type of records that it is on. */
function headsOf(document: DocumentNode): { type: RecordTypeName; name: string }[] {
  const fragments = document.definitions.map((definition): FragmentDefinitionNode => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) return definition;
    throw badInput(field, 'exportFragmentsOnly');
  });
  const spread = new Set<string>();
  visit(document, { FragmentSpread: ({ name }) => void spread.add(name.value) });
  const heads = fragments
    .filter(({ name }) => !spread.has(name.value))
    .map(({ name, typeCondition }) => {
      const type = recordTypeNamed(typeCondition.name.value);
      if (!type) throw badInput(field, 'exportType', { type: typeCondition.name.value });
      return { type, name: name.value };
    });
  if (heads.length === 0) throw badInput(field, 'exportFragmentsOnly');
  const twice = heads.find(({ type }, index) => heads.findIndex((each) => each.type === type) !== index);
  if (twice) throw badInput(field, 'exportTypeTwice', { type: twice.type });
  return heads;
}

/**
 * The permissions without which fields are refused. Errors: BAD_INPUT where there are pages among them, which would leave out what does not fit, or what leads
 * to other towns, which have not let the application export.
 */
function needsOf(schema: GraphQLSchema, document: DocumentNode): Set<Permission> {
  const types = new TypeInfo(schema);
  const needs = new Set<Permission>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        const [parent, definition] = [types.getParentType(), types.getFieldDef()];
        if (!parent || !definition) return;
        const name = `${parent.name}.${definition.name}`;
        if (acrossTowns.has(getNamedType(definition.type).name)) throw badInput(field, 'exportAcrossTowns', { name });
        if (getNamedType(definition.type).name.endsWith('Connection')) throw badInput(field, 'exportPages', { name });
        const line = permissionNames.find((permission) => permission === operations[name]);
        for (const needed of [line, takenOf(definition), takenFromUnit(parent, definition)]) {
          if (needed) needs.add(needed);
        }
      },
    }),
  );
  return needs;
}

function requireAffordable(schema: GraphQLSchema, document: DocumentNode, type: string): void {
  const operation = getOperationAST(document, type);
  if (!operation) throw new Error(`Nothing is asked of ${type}`);
  const cost = costOf(schema, document, operation);
  const asked = cost.estimate({});
  if (asked <= mostOfRecords) return;
  const part = cost.heaviest({}).path;
  const values = { asked: Math.min(asked, Number.MAX_SAFE_INTEGER), most: mostOfRecords, part: part.join('.') };
  throw new Refusal('LIMIT_EXCEEDED', 'exportTooCostly', { field, limit: 'cost', part, asked: values.asked, values });
}
