import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, getOperationAST } from 'graphql';
import { expect, test } from 'vitest';
import { faultsOf } from '../../api/src/cost/check-document.ts';
import { limits } from '../../api/src/cost/limits.ts';
import { OperationCost } from '../../api/src/cost/operation-cost.ts';
import * as generated from '../src/generated/graphql.ts';

const contract = new URL('../../schema/schema.graphql', import.meta.url);

/** As large as pages get. */
const variables = {
  first: 100,
  last: 100,
  codes: Array(100).fill(''),
  ids: Array(100).fill(''),
  indicators: Array(12).fill(''),
};

test('no page asks for more than may be asked for, however large its pages', () => {
  const schema = buildSchema(readFileSync(contract, 'utf8'));
  const documents: [string, DocumentNode][] = Object.entries(generated).filter(([name]) => name.endsWith('Document'));
  const asked = documents.map(([name, document]) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error(`${name} has no operation`);
    expect(faultsOf(schema, document), name).toEqual([]);
    return { name, asked: new OperationCost(schema, document, operation).estimate(variables) };
  });
  expect(asked.length).toBeGreaterThan(300);
  expect(asked.filter((each) => each.asked > limits.cost.most)).toEqual([]);
});
